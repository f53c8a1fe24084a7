import { createHash } from "node:crypto"
import { once } from "node:events"
import { Readable } from "node:stream"
import { ZipFile } from "yazl"
import { algorithms, bagDeclaration, digestsOf, type Listed, manifestOf } from "./bag"

export type Member = {
  /** Within the bag: `data/…`. */
  readonly path: string
  readonly open: () => Promise<Readable>
  /** Hex; what its bytes must turn out to be. */
  readonly sha256?: string
}

type Bag = {
  /** The one folder in which all lies. */
  readonly name: string
  readonly members: Iterable<Member>
  /** Of `bag-info.txt`; size and number of the members are added. */
  readonly info: readonly (readonly [label: string, value: string])[]
  /** What is known when all is packed: further lines of `bag-info.txt`, and further tag files. */
  readonly sealedBy: (manifest: string) => Promise<{
    readonly info: readonly (readonly [label: string, value: string])[]
    readonly files: Readonly<Record<string, string | Buffer>>
  }>
}

// No date and no compression, so that the same members make the same bytes.
const plain = { mtime: new Date(1980, 0, 1), mode: 0o100644, compress: false, forceDosTimestamp: true }

/**
 * A bag as a ZIP (with ZIP64 where it is large), in constant memory: each member is read as the stream is.
 * The stream fails where a member cannot be read or is not what it must be.
 */
export const bagStream = (bag: Bag): Readable => {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on("error", (error: Error) => output.destroy(error))
  fill(zip, output, bag).catch((error: Error) => output.destroy(error))
  return output
}

const fill = async (
  zip: ZipFile,
  output: Readable,
  { name, members, info, sealedBy }: Bag,
): Promise<void> => {
  const listed: Listed[] = []
  for (const member of members) listed.push(await add(zip, output, name, member))
  const addTag = (path: string, content: string | Buffer): Listed => {
    const bytes = Buffer.from(content)
    zip.addBuffer(bytes, `${name}/${path}`, plain)
    return { path, sizeBytes: bytes.length, digests: digestsOf(bytes) }
  }
  const manifests = algorithms.map((one) => [`manifest-${one}.txt`, manifestOf(one, listed)] as const)
  const oxum = `${listed.reduce((all, { sizeBytes }) => all + sizeBytes, 0)}.${listed.length}`
  const sealed = await sealedBy(manifests[0]?.[1] ?? "")
  const described = [...info, ...sealed.info, ["Payload-Oxum", oxum] as const]
  const tagFiles = [
    ["bagit.txt", bagDeclaration] as const,
    ["bag-info.txt", described.map(([label, value]) => `${label}: ${value}\n`).join("")] as const,
    ...manifests,
    ...Object.entries(sealed.files),
  ].map(([path, content]) => addTag(path, content))
  for (const one of algorithms) addTag(`tagmanifest-${one}.txt`, manifestOf(one, tagFiles))
  zip.end()
}

const add = async (zip: ZipFile, output: Readable, name: string, member: Member): Promise<Listed> => {
  const { path, open, sha256 } = member
  const hashes = { sha256: createHash("sha256"), sha512: createHash("sha512") }
  let sizeBytes = 0
  const source = await open()
  const hashed = async function* () {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      sizeBytes += chunk.length
      hashes.sha256.update(chunk)
      hashes.sha512.update(chunk)
      yield chunk
    }
  }
  const body = Readable.from(hashed(), { objectMode: false })
  const stop = () => body.destroy(new Error("nobody reads the bag any more"))
  output.once("close", stop)
  zip.addReadStream(body, `${name}/${path}`, plain)
  try {
    await once(body, "end")
  } finally {
    output.off("close", stop)
  }
  const digests = { sha256: hashes.sha256.digest("hex"), sha512: hashes.sha512.digest("hex") }
  if (sha256 && digests.sha256 !== sha256) throw new Error(`${path} is not what was sealed`)
  return { path, sizeBytes, digests }
}
