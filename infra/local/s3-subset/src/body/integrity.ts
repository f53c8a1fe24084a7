import { S3Error } from "../errors"
import { type Algorithm, algorithms, headerOf, parseAlgorithm, parseValue } from "./checksum"

export type RequestHeaders = ReadonlyMap<string, string>

/** What the client said of the bytes; all of it is checked before anything is stored. */
export type Integrity = {
  readonly md5?: string
  readonly sha256Hex?: string
  /** Without a `value`, it comes in the trailer, or nobody said it and the server's is kept. */
  readonly checksum?: { readonly algorithm: Algorithm; readonly value?: string; readonly trailer: boolean }
}

const md5Of = (headers: RequestHeaders): string | undefined => {
  const text = headers.get("content-md5")
  if (text !== undefined && Buffer.from(text, "base64").length !== 16) throw new S3Error("InvalidDigest")
  return text
}

const checksumOf = (headers: RequestHeaders): Integrity["checksum"] => {
  const named = [...headers.keys()].filter((name) =>
    algorithms.some((algorithm) => name === headerOf(algorithm)),
  )
  const trailer = headers.get("x-amz-trailer")?.trim().toLowerCase()
  const wanted = headers.get("x-amz-sdk-checksum-algorithm")
  if (named.length + (trailer ? 1 : 0) > 1)
    throw new S3Error(
      "InvalidRequest",
      "Expecting a single x-amz-checksum- header. Multiple checksum types are not allowed.",
    )
  const name = named[0] ?? trailer
  if (!name) {
    if (wanted)
      throw new S3Error(
        "InvalidRequest",
        "x-amz-sdk-checksum-algorithm specified, but no checksum was found.",
      )
    return undefined
  }
  const algorithm = parseAlgorithm(name.replace("x-amz-checksum-", ""))
  if (wanted && parseAlgorithm(wanted) !== algorithm)
    throw new S3Error(
      "InvalidRequest",
      "Value for x-amz-sdk-checksum-algorithm header is not the checksum that was sent.",
    )
  const value = headers.get(name)
  return value !== undefined && !trailer
    ? { algorithm, value: parseValue(algorithm, value), trailer: false }
    : { algorithm, trailer: true }
}

/** @throws S3Error InvalidDigest, InvalidRequest, NotImplemented */
export const integrityOf = (headers: RequestHeaders): Integrity => {
  const md5 = md5Of(headers)
  const checksum = checksumOf(headers)
  return { ...(md5 === undefined ? {} : { md5 }), ...(checksum ? { checksum } : {}) }
}
