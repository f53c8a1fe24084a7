// Works without the portal: the package, and for its signature the published keys, are all it needs.
import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { compactVerify, createLocalJWKSet, decodeJwt } from "jose"
import { checkBag } from "./check-bag"

const usage = `Usage: npm run package:verify -- FILE [--jwks FILE]

FILE    the evidence package as downloaded
--jwks  the portal's keys, as saved from its /.well-known/jwks.json; without them the signature is not verified`

const verify = async (): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { jwks: { type: "string" } },
  })
  const [path, ...others] = positionals
  if (!path || others.length > 0) throw new Error(usage)
  const { faults, files } = await checkBag(path)
  const statement = (files.get("statement.jws")?.text ?? "").trim()
  const manifest = createHash("sha256").update(files.get("manifest-sha256.txt")?.text ?? "")
  try {
    const said = decodeJwt(statement)
    if (said.manifestSha256 !== manifest.digest("hex")) faults.push("statement.jws: of another manifest")
    if (values.jwks)
      await compactVerify(statement, createLocalJWKSet(JSON.parse(await readFile(values.jwks, "utf8"))))
  } catch {
    faults.push("statement.jws: not signed by the portal")
  }
  for (const fault of faults) console.log(fault)
  console.log(
    faults.length > 0 ? `${faults.length} faults` : `WHOLE: ${files.size} files as they were packed`,
  )
  if (!values.jwks) console.log("The signature was not verified; give the portal's keys by --jwks.")
  return faults.length === 0
}

try {
  process.exitCode = (await verify()) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
