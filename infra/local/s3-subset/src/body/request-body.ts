import type { IncomingMessage } from "node:http"
import { S3Error } from "../protocol/errors"
import type { RequestHeaders } from "../protocol/headers"
import type { Authentication } from "../signature/verify-request"
import { decodeAwsChunked } from "./aws-chunked"
import { chunkVerifier } from "./chunk-verifier"
import { type Integrity, parseIntegrity } from "./integrity"

/** A body about to be read: its bytes without any framing, and what must be true of them at the end. */
export type Body = {
  readonly chunks: AsyncIterable<Buffer>
  readonly integrity: Integrity
  readonly trailers: ReadonlyMap<string, string>
  readonly sizeBytes?: number
  readonly sizeBytesMin: number
  readonly sizeBytesMax: number
}

type Incoming = {
  readonly req: IncomingMessage
  readonly headers: RequestHeaders
  readonly authentication: Authentication
}

/** S3's limit for one PUT, one part and one form. */
export const putBytesMax = 5 * 1024 ** 3

/** Leaves the request open when the reader stops early: its socket still has to carry the response. */
const chunksOf = (req: IncomingMessage): AsyncIterable<Buffer> => req.iterator({ destroyOnReturn: false })

const parseSize = (headers: RequestHeaders): number => {
  const text = headers.get("x-amz-decoded-content-length") ?? headers.get("content-length")
  if (text === undefined) throw new S3Error("MissingContentLength")
  if (!/^\d{1,15}$/.test(text)) throw new S3Error("InvalidArgument", "The content length is not a number.")
  return Number(text)
}

type Payload = { readonly sha256Hex?: string; readonly chunks: AsyncIterable<Buffer> }

/** How the body is signed and framed is what `x-amz-content-sha256` says. */
const openPayload = ({ req, authentication }: Incoming, trailers: Map<string, string>): Payload => {
  const { payloadHash } = authentication
  switch (payloadHash) {
    case "UNSIGNED-PAYLOAD":
      return { chunks: chunksOf(req) }
    case "STREAMING-UNSIGNED-PAYLOAD-TRAILER":
      return { chunks: decodeAwsChunked(chunksOf(req), trailers) }
    case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD":
    case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER":
      return { chunks: decodeAwsChunked(chunksOf(req), trailers, chunkVerifier(authentication)) }
    default:
      if (/^[0-9a-f]{64}$/.test(payloadHash)) return { chunks: chunksOf(req), sha256Hex: payloadHash }
      throw new S3Error("NotImplemented", `The payload signature ${payloadHash} is not implemented.`)
  }
}

/** @throws S3Error MissingContentLength, EntityTooLarge, NotImplemented, and those of `parseIntegrity` */
export const openBody = (incoming: Incoming): Body => {
  const sizeBytes = parseSize(incoming.headers)
  if (sizeBytes > putBytesMax) throw new S3Error("EntityTooLarge")
  const trailers = new Map<string, string>()
  const { chunks, sha256Hex } = openPayload(incoming, trailers)
  const integrity = parseIntegrity(incoming.headers)
  return {
    integrity: sha256Hex === undefined ? integrity : { ...integrity, sha256Hex },
    chunks,
    trailers,
    sizeBytes,
    sizeBytesMin: 0,
    sizeBytesMax: putBytesMax,
  }
}
