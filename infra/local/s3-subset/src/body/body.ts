import type { IncomingMessage } from "node:http"
import { S3Error } from "../errors"
import type { Proof } from "../signature/request"
import { decodeAwsChunked } from "./aws-chunked"
import { chunkChain } from "./chunk-chain"
import { type Integrity, integrityOf, type RequestHeaders } from "./integrity"

/** A body about to be read: its bytes without any framing, and what must be true of them at the end. */
export type Body = {
  readonly chunks: AsyncIterable<Buffer>
  readonly integrity: Integrity
  readonly trailers: ReadonlyMap<string, string>
  readonly sizeBytes?: number
  readonly sizeBytesMin: number
  readonly sizeBytesMax: number
}

type Incoming = { readonly req: IncomingMessage; readonly headers: RequestHeaders; readonly proof: Proof }

/** S3's limit for one PUT, one part and one form. */
export const putBytesMax = 5 * 1024 ** 3

/** Leaves the request open when the reader stops early: its socket still has to carry the refusal. */
const chunksOf = (req: IncomingMessage): AsyncIterable<Buffer> => req.iterator({ destroyOnReturn: false })

const sizeOf = (headers: RequestHeaders): number => {
  const text = headers.get("x-amz-decoded-content-length") ?? headers.get("content-length")
  if (text === undefined) throw new S3Error("MissingContentLength")
  if (!/^\d{1,15}$/.test(text)) throw new S3Error("InvalidArgument", "The content length is not a number.")
  return Number(text)
}

const unframed = ({ req, proof }: Incoming, trailers: Map<string, string>) => {
  switch (proof.payload) {
    case "STREAMING-UNSIGNED-PAYLOAD-TRAILER":
      return decodeAwsChunked(chunksOf(req), trailers)
    case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD":
    case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER":
      return decodeAwsChunked(chunksOf(req), trailers, chunkChain(proof))
    default:
      return chunksOf(req)
  }
}

const payloadHashOf = ({ payload }: Proof): Pick<Integrity, "sha256Hex"> => {
  if (/^[0-9a-f]{64}$/.test(payload)) return { sha256Hex: payload }
  if (
    payload === "UNSIGNED-PAYLOAD" ||
    /^STREAMING-(UNSIGNED-PAYLOAD-TRAILER|AWS4-HMAC-SHA256-PAYLOAD(-TRAILER)?)$/.test(payload)
  )
    return {}
  throw new S3Error("NotImplemented", `The payload signature ${payload} is not implemented.`)
}

/** @throws S3Error MissingContentLength, EntityTooLarge, NotImplemented, and what `integrityOf` throws */
export const bodyOf = (incoming: Incoming): Body => {
  const sizeBytes = sizeOf(incoming.headers)
  if (sizeBytes > putBytesMax) throw new S3Error("EntityTooLarge")
  const trailers = new Map<string, string>()
  return {
    integrity: { ...integrityOf(incoming.headers), ...payloadHashOf(incoming.proof) },
    chunks: unframed(incoming, trailers),
    trailers,
    sizeBytes,
    sizeBytesMin: 0,
    sizeBytesMax: putBytesMax,
  }
}
