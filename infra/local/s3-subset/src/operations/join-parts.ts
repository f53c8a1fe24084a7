import { createHash } from "node:crypto"
import { type StoredBody, storeBody } from "../body/store-body"
import { type Checksum, compositeChecksum } from "../protocol/checksum"
import type { Part, Upload } from "../store/multipart-uploads"
import type { Store } from "../store/store"

/** The object that the parts make: its blob, its ETag, and the checksum that S3 gives such an object. */
export type JoinedParts = Pick<StoredBody, "blob" | "sizeBytes" | "md5Hex" | "checksum"> & {
  readonly etag: string
}

const objectBytesMax = 5 * 1024 ** 4

async function* bytesOf(store: Store, parts: readonly Part[]): AsyncGenerator<Buffer> {
  for (const { blob } of parts) yield* store.blobs.read(blob)
}

/** The MD5 of the parts' MD5s, and their number. */
const etagOf = (parts: readonly Part[]): string => {
  const md5 = createHash("md5")
  for (const { content } of parts) md5.update(Buffer.from(content.md5Hex, "hex"))
  return `${md5.digest("hex")}-${parts.length}`
}

export const joinParts = async (
  store: Store,
  parts: readonly Part[],
  { settings: { algorithm, type } }: Upload,
): Promise<JoinedParts> => {
  const whole = await storeBody(store.blobs, {
    chunks: bytesOf(store, parts),
    integrity: { checksum: { algorithm, trailer: false } },
    trailers: new Map(),
    sizeBytes: parts.reduce((sum, { content }) => sum + content.sizeBytes, 0),
    sizeBytesMin: 0,
    sizeBytesMax: objectBytesMax,
  })
  const checksum: Checksum =
    type === "FULL_OBJECT"
      ? whole.checksum
      : await compositeChecksum(
          algorithm,
          parts.map(({ content }) => content.checksum.value),
        )
  return { ...whole, checksum, etag: etagOf(parts) }
}
