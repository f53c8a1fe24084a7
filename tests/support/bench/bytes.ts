import { createHash, randomBytes } from "node:crypto"
import { open } from "node:fs/promises"

const blockBytes = 1024 ** 2
const block = randomBytes(blockBytes)
/** So that the first bytes are those of a video, which is what they must show to be accepted. */
const firstBlock = Buffer.concat([
  Buffer.from("000000206674797069736f6d0000020069736f6d69736f32617663316d703431", "hex"),
  block,
]).subarray(0, blockBytes)

/** The same bytes each time, made as they are asked for: a file of any size costs no memory here. */
export function* videoBytes(sizeBytes: number): Generator<Buffer> {
  for (let sent = 0; sent < sizeBytes; sent += blockBytes)
    yield (sent === 0 ? firstBlock : block).subarray(0, sizeBytes - sent)
}

/** The baseline: the bytes hashed and written to a file, and forced to the disk. @returns their SHA-256 */
export const writeBare = async (path: string, sizeBytes: number): Promise<string> => {
  const hash = createHash("sha256")
  const file = await open(path, "w")
  try {
    for (const bytes of videoBytes(sizeBytes)) {
      hash.update(bytes)
      await file.write(bytes)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return hash.digest("hex")
}
