import { S3Error } from "./errors"

/** The address of a request, in path style. `path` stays as it was sent, because that is what was signed. */
export type RequestTarget = {
  readonly path: string
  readonly bucket: string
  readonly key: string
  readonly pairs: readonly (readonly [name: string, value: string])[]
  readonly query: ReadonlyMap<string, string>
}

const keyBytesMax = 1024

/** @throws S3Error InvalidURI */
export const percentDecode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error("InvalidURI")
  }
}

/** As in S3's query strings and event notifications, a plus sign stands for a space. */
const decodeQueryText = (text: string): string => percentDecode(text.replaceAll("+", "%20"))

const parsePair = (part: string): readonly [string, string] => {
  const at = part.indexOf("=")
  if (at < 0) return [decodeQueryText(part), ""]
  return [decodeQueryText(part.slice(0, at)), decodeQueryText(part.slice(at + 1))]
}

/**
 * Path style only: `/bucket/key`. Not by `URL`, which would resolve the dots of a key such as `../../x`.
 * @throws S3Error InvalidURI, KeyTooLongError
 */
export const parseRequestTarget = (url: string): RequestTarget => {
  const queryAt = url.indexOf("?")
  const path = queryAt < 0 ? url : url.slice(0, queryAt)
  const pairs = (queryAt < 0 ? "" : url.slice(queryAt + 1)).split("&").filter(Boolean).map(parsePair)
  const [, bucket = "", key = ""] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? []
  const target = {
    path,
    bucket: percentDecode(bucket),
    key: percentDecode(key),
    pairs,
    query: new Map(pairs),
  }
  if (Buffer.byteLength(target.key) > keyBytesMax) throw new S3Error("KeyTooLongError")
  return target
}
