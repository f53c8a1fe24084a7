import { S3Error } from "./errors"

/** What a request is about. `path` stays as it was sent, because that is what was signed. */
export type Target = {
  readonly path: string
  readonly bucket: string
  readonly key: string
  readonly pairs: readonly (readonly [name: string, value: string])[]
  readonly query: ReadonlyMap<string, string>
}

const keyBytesMax = 1024

/** @throws S3Error InvalidURI */
export const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error("InvalidURI")
  }
}

const pairOf = (part: string): readonly [string, string] => {
  const at = part.indexOf("=")
  const text = part.replaceAll("+", "%20")
  return at < 0
    ? [decode(text), ""]
    : [decode(text.slice(0, at)), decode(part.slice(at + 1).replaceAll("+", "%20"))]
}

/** Path style only: `/bucket/key`. Not `URL`, which would resolve the dots of a key such as `../../x`. */
export const parseTarget = (url: string): Target => {
  const queryAt = url.indexOf("?")
  const path = queryAt < 0 ? url : url.slice(0, queryAt)
  const pairs = (queryAt < 0 ? "" : url.slice(queryAt + 1)).split("&").filter(Boolean).map(pairOf)
  const [, bucket = "", key = ""] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? []
  const target = { path, bucket: decode(bucket), key: decode(key), pairs, query: new Map(pairs) }
  if (Buffer.byteLength(target.key) > keyBytesMax) throw new S3Error("KeyTooLongError")
  return target
}
