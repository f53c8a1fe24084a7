import { S3Error } from "../protocol/errors"
import { type ByteReader, byteReader } from "./byte-reader"
import type { ChunkVerifier } from "./chunk-verifier"

type ChunkHead = { readonly sizeBytes: number; readonly signature: string | undefined }

const signatureTrailer = "x-amz-trailer-signature"
const trailersMax = 10

const parseHead = (line: string): ChunkHead => {
  const [, size, signature] = /^([0-9a-fA-F]{1,12})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line) ?? []
  if (!size) throw new S3Error("IncompleteBody", "A chunk's head is malformed.")
  return { sizeBytes: Number.parseInt(size, 16), signature }
}

async function* readChunks(reader: ByteReader, verifier: ChunkVerifier | undefined): AsyncGenerator<Buffer> {
  for (;;) {
    const head = parseHead(await reader.readLine())
    for await (const piece of reader.readBytes(head.sizeBytes)) {
      verifier?.update(piece)
      yield piece
    }
    verifier?.verifyChunk(head.signature)
    if (head.sizeBytes === 0) return
    if ((await reader.readLine()) !== "")
      throw new S3Error("IncompleteBody", "A chunk is longer than it says.")
  }
}

const readTrailers = async (reader: ByteReader): Promise<Map<string, string>> => {
  const trailers = new Map<string, string>()
  for (let line = await reader.readLine(); line !== ""; line = await reader.readLine()) {
    const at = line.indexOf(":")
    if (at < 1 || trailers.size === trailersMax) throw new S3Error("MalformedTrailerError")
    trailers.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim())
  }
  return trailers
}

/** Takes the signature out of the trailers that it signs. */
const requireSignedTrailers = (trailers: Map<string, string>, verifier: ChunkVerifier | undefined) => {
  const signature = trailers.get(signatureTrailer)
  trailers.delete(signatureTrailer)
  if (trailers.size > 0)
    verifier?.verifyTrailers([...trailers].map(([name, value]) => `${name}:${value}\n`).join(""), signature)
}

/**
 * Takes the `aws-chunked` framing off a body and puts what follows the last chunk into `trailers`.
 * @param verifier verifies the chunks' signatures; absent when the body is unsigned
 * @throws S3Error IncompleteBody, MalformedTrailerError, SignatureDoesNotMatch
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
  verifier?: ChunkVerifier,
): AsyncGenerator<Buffer> {
  const reader = byteReader(source)
  try {
    yield* readChunks(reader, verifier)
    const read = await readTrailers(reader)
    requireSignedTrailers(read, verifier)
    for (const [name, value] of read) trailers.set(name, value)
    await reader.requireEnd()
  } finally {
    await reader.release()
  }
}
