import { S3Error } from "../protocol/errors"

export type ByteReader = {
  /** The next line, without its CRLF. */
  readLine(): Promise<string>
  /** Exactly so many bytes, in the pieces in which they arrive. */
  readBytes(count: number): AsyncGenerator<Buffer>
  /** Waits for the stream's end, which must be here. */
  requireEnd(): Promise<void>
  /** Stops reading, wherever it is. */
  release(): Promise<void>
}

const lineBytesMax = 16 * 1024

/**
 * Reads lines and runs of bytes from a stream, holding no more than one chunk and one line.
 * @throws S3Error IncompleteBody when the stream ends early, or does not end where it should
 */
export const byteReader = (source: AsyncIterable<Buffer>): ByteReader => {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)

  const readMore = async (): Promise<boolean> => {
    const next = await chunks.next()
    if (next.done) return false
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value])
    return true
  }

  return {
    readLine: async () => {
      for (;;) {
        const at = rest.subarray(0, lineBytesMax).indexOf("\r\n")
        if (at >= 0) {
          const text = rest.toString("latin1", 0, at)
          rest = rest.subarray(at + 2)
          return text
        }
        if (rest.length >= lineBytesMax || !(await readMore())) throw new S3Error("IncompleteBody")
      }
    },
    readBytes: async function* (count) {
      for (let left = count; left > 0; ) {
        if (rest.length === 0 && !(await readMore())) throw new S3Error("IncompleteBody")
        const piece = rest.subarray(0, left)
        rest = rest.subarray(piece.length)
        left -= piece.length
        if (piece.length > 0) yield piece
      }
    },
    requireEnd: async () => {
      while (rest.length === 0) if (!(await readMore())) return
      throw new S3Error("IncompleteBody")
    },
    release: async () => {
      await chunks.return?.()
    },
  }
}
