import { S3Error } from "../errors"

export type ByteReader = {
  /** One line, without its CRLF. */
  line(): Promise<string>
  /** Exactly so many bytes, as they come. */
  take(bytes: number): AsyncGenerator<Buffer>
  /** The end of the stream. */
  end(): Promise<void>
  /** Lets go of the stream, wherever it is. */
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

  const more = async (): Promise<boolean> => {
    const next = await chunks.next()
    if (next.done) return false
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value])
    return true
  }

  return {
    line: async () => {
      for (;;) {
        const at = rest.indexOf("\r\n")
        if (at >= 0) {
          const text = rest.toString("latin1", 0, at)
          rest = rest.subarray(at + 2)
          return text
        }
        if (rest.length > lineBytesMax || !(await more())) throw new S3Error("IncompleteBody")
      }
    },
    take: async function* (bytes) {
      for (let left = bytes; left > 0; ) {
        if (rest.length === 0 && !(await more())) throw new S3Error("IncompleteBody")
        const piece = rest.subarray(0, left)
        rest = rest.subarray(piece.length)
        left -= piece.length
        if (piece.length > 0) yield piece
      }
    },
    end: async () => {
      if (rest.length > 0 || (await more())) throw new S3Error("IncompleteBody")
    },
    release: async () => {
      await chunks.return?.()
    },
  }
}
