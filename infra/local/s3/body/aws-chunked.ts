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
  for (;;) {
    const head = parseHead(await reader.line())
    for await (const piece of reader.take(head.sizeBytes)) {
      chain?.update(piece)
      yield piece
    }
    chain?.closeChunk(head.signature)
    if (head.sizeBytes === 0) break
    if ((await reader.line()) !== "") throw new S3Error("IncompleteBody", "A chunk is longer than it says.")
  }
  const read = await readTrailers(reader)
  const signature = read.get(signatureTrailer)
  read.delete(signatureTrailer)
  if (read.size > 0)
    chain?.closeTrailers([...read].map(([name, value]) => `${name}:${value}\n`).join(""), signature)
  for (const [name, value] of read) trailers.set(name, value)
  await reader.end()
}
