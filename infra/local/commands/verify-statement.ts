// Works without the portal: the statement, the published keys and the files are all it needs.
import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { readFile } from "node:fs/promises"
import { pipeline } from "node:stream/promises"
import { parseArgs } from "node:util"
import { decodeJwt, type JSONWebKeySet } from "jose"
import { Proof, readStatement, type Statement, verifyProof } from "@/lib/reporter"

const usage = `Usage: npm run verify-statement -- FILE [--jwks FILE_OR_URL] [--file PATH ...] [--proof FILE]

FILE    the signed statement as downloaded
--jwks  the portal's keys, saved or by address; otherwise they are fetched from the portal that the statement names
--file  a file that the statement should name; its SHA-256 is computed here
--proof the proof, as downloaded, that the report is in the log of its day`

const verify = async (): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      jwks: { type: "string" },
      file: { type: "string", multiple: true, default: [] },
      proof: { type: "string" },
    },
  })
  const [path, ...others] = positionals
  if (!path || others.length > 0) throw new Error(usage)
  const text = await readFile(path, "utf8")
  const source = values.jwks ?? keysNamedBy(text)
  const keys = await readKeys(source)
  const verification = await readStatement(text, keys)
  if (!verification.isGenuine) {
    console.log(`NOT GENUINE: no key of ${source} signed this text, or it was changed afterwards.`)
    return false
  }
  const { statement } = verification
  console.log(`GENUINE: signed by a key of ${source}`)
  if (!values.jwks) console.log("Make sure that this is the address of the portal you know.")
  console.log(`  report   ${statement.number}`)
  console.log(`  received ${statement.receivedAt}`)
  if (statement.issuedAt) console.log(`  issued   ${statement.issuedAt}`)
  console.log(`  content  SHA-256 ${statement.contentHash}`)
  for (const file of statement.files) console.log(`  file     ${fileText(file)}`)
  const named = await Promise.all(values.file.map((one) => isNamed(one, statement)))
  const isProven = values.proof === undefined || (await isInLog(values.proof, statement, keys))
  return isProven && named.every(Boolean)
}

const isInLog = async (path: string, statement: Statement, keys: JSONWebKeySet): Promise<boolean> => {
  const proof = Proof.parse(JSON.parse(await readFile(path, "utf8")))
  const head = await verifyProof(statement, proof, keys)
  if (!head) {
    console.log(
      `${path}: PROVES NOTHING: its head is not signed by these keys, or the report is not under it`,
    )
    return false
  }
  console.log(`${path}: the report is one of the ${head.size} in the log of ${head.day}, root ${head.root}`)
  console.log("  Compare the root with the one that the portal publishes, or that you kept.")
  return true
}

const keysNamedBy = (text: string) => {
  const address = decodeJwt(text.trim().replaceAll(/\s+/g, "")).iss ?? ""
  if (!/^https?:/.test(address)) throw new Error("The statement names no portal; give its keys by --jwks.")
  return new URL("/.well-known/jwks.json", address).href
}

const readKeys = async (source: string): Promise<JSONWebKeySet> => {
  if (!/^https?:/.test(source)) return JSON.parse(await readFile(source, "utf8"))
  const response = await fetch(source, { signal: AbortSignal.timeout(10_000) })
  if (!response.ok) throw new Error(`${source} answered ${response.status}`)
  return (await response.json()) as JSONWebKeySet
}

const fileText = ({ evidenceId, sha256, sizeBytes, sealedAt }: Statement["files"][number]) =>
  [
    evidenceId,
    sha256 ? `SHA-256 ${sha256}` : "no hash",
    sizeBytes === undefined ? "" : `${sizeBytes} bytes`,
    sealedAt ? `sealed ${sealedAt}` : "announced",
  ]
    .filter(Boolean)
    .join(", ")

const isNamed = async (path: string, { files }: Statement) => {
  const hash = createHash("sha256")
  await pipeline(createReadStream(path), hash)
  const sha256 = hash.digest("hex")
  const found = files.find((file) => file.sha256 === sha256)
  console.log(
    found
      ? `${path}: is file ${found.evidenceId} of this statement`
      : `${path}: NOT NAMED by this statement (SHA-256 ${sha256})`,
  )
  return found !== undefined
}

try {
  process.exitCode = (await verify()) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
