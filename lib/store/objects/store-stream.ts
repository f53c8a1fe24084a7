import { createHash } from "node:crypto"
import type { Readable } from "node:stream"
import { UploadPartCommand } from "@aws-sdk/client-s3"
import { toBase64 } from "./checksum"
import { objectAt, s3 } from "./client"
import { abortMultipart, completeMultipart, createMultipart, findMultipart } from "./multipart"
import type { StoredPart } from "./parts"
import { getObject } from "./read"

const firstPartBytes = 8 * 1024 ** 2
/** Every so many parts they grow by half, so that 10,000 of them hold more than an object may. */
const growsEvery = 1_000

/**
 * Keeps a stream of any length under a key, a part at a time, so that memory stays flat.
 * @returns size and SHA-256 of what lies there: of the object that was there before, where there was one
 */
export const storeStream = async (
  key: string,
  stream: Readable,
): Promise<{ sizeBytes: number; sha256: string }> => {
  // What an earlier try left behind when its process died.
  const left = await findMultipart(key)
  if (left) await abortMultipart(left)
  const upload = await createMultipart(key)
  try {
    const hash = createHash("sha256")
    const parts: StoredPart[] = []
    let sizeBytes = 0
    for await (const bytes of inParts(stream)) {
      hash.update(bytes)
      sizeBytes += bytes.length
      const sha256 = createHash("sha256").update(bytes).digest("hex")
      const number = parts.length + 1
      const { ETag = "" } = await s3.send(
        new UploadPartCommand({
          ...objectAt(key),
          UploadId: upload.uploadId,
          PartNumber: number,
          Body: bytes,
          ChecksumSHA256: toBase64(sha256),
        }),
      )
      parts.push({ number, sizeBytes: bytes.length, sha256, eTag: ETag })
    }
    const sent = await completeMultipart(upload, parts, sizeBytes)
    if (sent === "completed") return { sizeBytes, sha256: hash.digest("hex") }
  } catch (error) {
    stream.destroy()
    await abortMultipart(upload).catch(() => undefined)
    throw error
  }
  await abortMultipart(upload)
  return hashOfObject(key)
}

async function* inParts(stream: Readable): AsyncGenerator<Buffer> {
  let wanted = firstPartBytes
  let number = 0
  let held: Buffer[] = []
  let heldBytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    held.push(chunk)
    heldBytes += chunk.length
    if (heldBytes < wanted) continue
    yield Buffer.concat(held)
    number += 1
    if (number % growsEvery === 0) wanted = Math.ceil(wanted * 1.5)
    held = []
    heldBytes = 0
  }
  if (heldBytes > 0 || number === 0) yield Buffer.concat(held)
}

const hashOfObject = async (key: string) => {
  const hash = createHash("sha256")
  let sizeBytes = 0
  for await (const chunk of (await getObject(key)).body as AsyncIterable<Buffer>) {
    hash.update(chunk)
    sizeBytes += chunk.length
  }
  return { sizeBytes, sha256: hash.digest("hex") }
}
