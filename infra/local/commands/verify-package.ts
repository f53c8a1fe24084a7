// Works without the portal: the package, and for its signature the published keys, are all it needs.
import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { compactVerify, createLocalJWKSet, decodeJwt } from "jose"
import { certificatesIn, verifyTimestamp } from "@/lib/package/timestamp"
import { checkBag } from "./check-bag"
import { checkChain } from "./check-chain"

const usage = `Usage: npm run package:verify -- FILE [--jwks FILE] [--timestamp-roots FILE]

FILE    the evidence package as downloaded
--jwks  the portal's keys, as saved from its /.well-known/jwks.json; without them neither the signature nor the
        logs of days are verified
--timestamp-roots  certificates (PEM) of timestamp authorities that you trust; without them it is not verified whose
                   the timestamp is`

const verify = async (): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { jwks: { type: "string" }, "timestamp-roots": { type: "string" } },
  })
  const [path, ...others] = positionals
  if (!path || others.length > 0) throw new Error(usage)
  const { faults, files } = await checkBag(path)
  const textOf = (name: string) => (files.get(name)?.bytes ?? "").toString()
  const keys = values.jwks ? JSON.parse(await readFile(values.jwks, "utf8")) : undefined
  const statement = textOf("statement.jws").trim()
  const manifest = files.get("manifest-sha256.txt")?.bytes ?? Buffer.alloc(0)
  try {
    const said = decodeJwt(statement)
    if (said.manifestSha256 !== createHash("sha256").update(manifest).digest("hex"))
      faults.push("statement.jws: of another manifest")
    if (keys) await compactVerify(statement, createLocalJWKSet(keys))
  } catch {
    faults.push("statement.jws: not signed by the portal")
  }
  const { faults: inChain, proven } = await checkChain(
    textOf("data/chain.jsonl"),
    textOf("data/inclusion.jsonl"),
    keys,
  )
  faults.push(...inChain)
  const stamp = files.get("manifest-sha256.txt.tsr")?.bytes
  const told = stamp && (await checkTimestamp(stamp, manifest, values["timestamp-roots"]))
  if (told?.fault) faults.push(told.fault)
  for (const fault of faults) console.log(fault)
  console.log(
    faults.length > 0 ? `${faults.length} faults` : `WHOLE: ${files.size} files as they were packed`,
  )
  if (keys) console.log(`${proven} audit events are in the published logs of their days.`)
  if (!keys)
    console.log("Neither the signature nor the logs of days were verified; give the portal's keys by --jwks.")
  console.log(told?.says ?? "There is no trusted timestamp.")
  return faults.length === 0
}

const checkTimestamp = async (stamp: Buffer, manifest: Buffer, rootsPath: string | undefined) => {
  try {
    const roots = rootsPath ? certificatesIn(await readFile(rootsPath, "utf8")) : []
    const { at, authority, isRooted } = verifyTimestamp(stamp, manifest, roots)
    const whose = isRooted
      ? ""
      : " Whose it is was not verified; give the authorities you trust by --timestamp-roots."
    return { says: `Stamped at ${at} by ${authority}.${whose}` }
  } catch (error) {
    return { fault: `manifest-sha256.txt.tsr: ${error instanceof Error ? error.message : error}`, says: "" }
  }
}

try {
  process.exitCode = (await verify()) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
