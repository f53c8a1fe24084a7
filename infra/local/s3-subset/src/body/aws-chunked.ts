import { S3Error } from "../errors"
import { type ByteReader, byteReader } from "./byte-reader"
import type { ChunkChain } from "./chunk-chain"

type ChunkHead = { readonly sizeBytes: number; readonly signature: string | undefined }

const signatureTrailer = "x-amz-trailer-signature"

const parseHead = (line: string): ChunkHead => {
  const [, size, signature] = /^([0-9a-fA-F]{1,12})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line) ?? []
  if (!size) throw new S3Error("IncompleteBody", "A chunk's head is malformed.")
  return { sizeBytes: Number.parseInt(size, 16), signature }
}

const readTrailers = async (reader: ByteReader): Promise<Map<string, string>> => {
  const trailers = new Map<string, string>()
  for (let line = await reader.line(); line !== ""; line = await reader.line()) {
    const at = line.indexOf(":")
    if (at < 1) throw new S3Error("MalformedTrailerError")
    trailers.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim())
  }
  return trailers
}

const requireSignedTrailers = (trailers: Map<string, string>, chain: ChunkChain | undefined) => {
  const signature = trailers.get(signatureTrailer)
  trailers.delete(signatureTrailer)
  if (trailers.size > 0)
    chain?.closeTrailers([...trailers].map(([name, value]) => `${name}:${value}\n`).join(""), signature)
}

async function* readChunks(reader: ByteReader, chain: ChunkChain | undefined): AsyncGenerator<Buffer> {
  for (;;) {
    const head = parseHead(await reader.line())
    for await (const piece of reader.take(head.sizeBytes)) {
      chain?.update(piece)
      yield piece
    }
    chain?.closeChunk(head.signature)
    if (head.sizeBytes === 0) return
    if ((await reader.line()) !== "") throw new S3Error("IncompleteBody", "A chunk is longer than it says.")
  }
}

/**
 * Takes the `aws-chunked` framing off a body and puts what follows it into `trailers`.
 * @param chain verifies the chunks' signatures; absent when the body is unsigned
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
  chain?: ChunkChain,
): AsyncGenerator<Buffer> {
  const reader = byteReader(source)
  try {
    yield* readChunks(reader, chain)
    const read = await readTrailers(reader)
    requireSignedTrailers(read, chain)
    for (const [name, value] of read) trailers.set(name, value)
    await reader.end()
  } finally {
    await reader.release()
  }
}
