import {
  type Algorithm,
  algorithms,
  checksumHeader,
  parseAlgorithm,
  parseChecksumValue,
} from "../protocol/checksum"
import { S3Error } from "../protocol/errors"
import type { RequestHeaders } from "../protocol/headers"

/** Without a `value`, a checksum comes in the trailer, or nobody stated one and the server's own is kept. */
type StatedChecksum = { readonly algorithm: Algorithm; readonly value?: string; readonly trailer: boolean }

/** The digests that the client states of a body; all of them are verified before anything is stored. */
export type Integrity = {
  readonly md5?: string
  readonly sha256Hex?: string
  readonly checksum?: StatedChecksum
}

const parseMd5 = (headers: RequestHeaders): string | undefined => {
  const text = headers.get("content-md5")
  if (text !== undefined && Buffer.from(text, "base64").length !== 16) throw new S3Error("InvalidDigest")
  return text
}

const requireNamedAlgorithm = (headers: RequestHeaders, algorithm: Algorithm | undefined) => {
  const named = headers.get("x-amz-sdk-checksum-algorithm")
  if (!named) return
  if (!algorithm)
    throw new S3Error("InvalidRequest", "x-amz-sdk-checksum-algorithm specified, but no checksum was found.")
  if (parseAlgorithm(named) !== algorithm)
    throw new S3Error(
      "InvalidRequest",
      "Value for x-amz-sdk-checksum-algorithm header is not the checksum that was sent.",
    )
}

const parseStatedChecksum = (headers: RequestHeaders): StatedChecksum | undefined => {
  const inHeaders = algorithms.map(checksumHeader).filter((name) => headers.has(name))
  const inTrailer = headers.get("x-amz-trailer")?.trim().toLowerCase()
  const [name, ...others] = inTrailer ? [...inHeaders, inTrailer] : inHeaders
  if (others.length > 0)
    throw new S3Error(
      "InvalidRequest",
      "Expecting a single x-amz-checksum- header. Multiple checksum types are not allowed.",
    )
  const algorithm = name === undefined ? undefined : parseAlgorithm(name.replace("x-amz-checksum-", ""))
  requireNamedAlgorithm(headers, algorithm)
  if (!algorithm) return undefined
  const value = inTrailer ? undefined : headers.get(checksumHeader(algorithm))
  if (value === undefined) return { algorithm, trailer: true }
  return { algorithm, value: parseChecksumValue(algorithm, value), trailer: false }
}

/** @throws S3Error InvalidDigest, InvalidRequest, NotImplemented */
export const parseIntegrity = (headers: RequestHeaders): Integrity => {
  const md5 = parseMd5(headers)
  const checksum = parseStatedChecksum(headers)
  return { ...(md5 === undefined ? {} : { md5 }), ...(checksum ? { checksum } : {}) }
}
