import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decodeAwsChunked } from "../../src/body/aws-chunked"
import { attemptAsync } from "../support/attempt"

async function* inPieces(bytes: Uint8Array, pieceBytes: number) {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield Buffer.from(bytes.subarray(at, at + pieceBytes))
}

const decode = async (bytes: Uint8Array, pieceBytes: number) => {
  const trailers = new Map<string, string>()
  const pieces: Buffer[] = []
  for await (const piece of decodeAwsChunked(inPieces(bytes, pieceBytes), trailers)) pieces.push(piece)
  return { bytes: Buffer.concat(pieces), trailers: Object.fromEntries(trailers) }
}

type Trailers = Readonly<Record<string, string>>

const frame = (chunks: readonly Uint8Array[], trailers: Trailers) => {
  const framed = chunks
    .filter((chunk) => chunk.length > 0)
    .map((chunk) =>
      Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from("\r\n")]),
    )
  const lines = Object.entries(trailers).map(([name, value]) => `${name}:${value}\r\n`)
  return Buffer.concat([...framed, Buffer.from(`0\r\n${lines.join("")}\r\n`)])
}

const chunks = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 })
const pieceBytes = fc.integer({ min: 1, max: 64 })
const trailers = fc.dictionary(
  fc.stringMatching(/^x-amz-checksum-[a-z0-9]{1,9}$/),
  fc.stringMatching(/^[!-~]{1,40}$/),
  { maxKeys: 5 },
)

describe("aws-chunked framing", () => {
  it("comes off any body, however it was cut and however it arrives", async () => {
    const property = fc.asyncProperty(chunks, trailers, pieceBytes, async (sent, stated, size) => {
      const decoded = await decode(frame(sent, stated), size)
      expect(decoded.bytes.equals(Buffer.concat(sent))).toBe(true)
      expect(decoded.trailers).toEqual(stated)
    })
    await fc.assert(property, { numRuns: 300 })
  })

  it("that is cut off, or followed by more, is an incomplete body", async () => {
    const property = fc.asyncProperty(
      chunks,
      pieceBytes,
      fc.nat(),
      fc.uint8Array({ minLength: 1 }),
      async (sent, size, at, more) => {
        const framed = frame(sent, {})
        const cut = framed.subarray(0, at % framed.length)
        const longer = Buffer.concat([framed, more])
        expect(await attemptAsync(decode(cut, size))).toMatchObject({ code: "IncompleteBody" })
        expect(await attemptAsync(decode(longer, size))).toMatchObject({ code: "IncompleteBody" })
      },
    )
    await fc.assert(property, { numRuns: 300 })
  })

  it("of any bytes is read or refused as S3 does", async () => {
    const piece = fc.oneof(
      fc.constantFrom("0", "\r\n", "a", ":", ";chunk-signature=", "x-amz-trailer-signature:", "ffffffffffff"),
      fc.string({ maxLength: 5 }),
    )
    const property = fc.asyncProperty(fc.array(piece), pieceBytes, async (pieces, size) => {
      await attemptAsync(decode(Buffer.from(pieces.join("")), size))
    })
    await fc.assert(property, { numRuns: 500 })
  })
})
