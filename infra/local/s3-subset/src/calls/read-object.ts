import { pipeline } from "node:stream/promises"
import { type Headers, sendEmpty, sendHead } from "../answer"
import type { Call } from "../call"
import { readCondition } from "../conditions"
import { S3Error } from "../errors"
import { readHeaders } from "../object-headers"
import type { ByteRange } from "../store/blobs"
import { getBucket } from "../store/buckets"
import type { Version } from "../store/version"
import { getVersion } from "../store/versions"

const overridable = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
]

/** One range, as S3 serves it; several, or another unit, mean the whole. @throws S3Error InvalidRange */
const parseRange = (text: string | undefined, sizeBytes: number): ByteRange | undefined => {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(text ?? "") ?? []
  if (first === "" && last === "") return undefined
  const start = first === "" ? Math.max(0, sizeBytes - Number(last)) : Number(first)
  const end = first === "" || last === "" ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1)
  if (first !== "" && last !== "" && Number(last) < Number(first)) return undefined
  if (start >= sizeBytes || (first === "" && Number(last) === 0)) throw new S3Error("InvalidRange")
  return { start, end }
}

const rangeOf = ({ headers }: Call, version: Version): ByteRange | undefined => {
  const ifRange = headers.get("if-range")
  if (ifRange !== undefined && ifRange !== `"${version.content.etag}"`) return undefined
  return parseRange(headers.get("range"), version.content.sizeBytes)
}

const overrides = ({ target }: Call): Headers =>
  Object.fromEntries(overridable.map((name) => [name, target.query.get(`response-${name}`)]))

const read = async (call: Call, withBody: boolean): Promise<void> => {
  const { res, store, target, headers } = call
  const bucket = getBucket(store, target.bucket)
  const version = getVersion(store, bucket.name, target.key, target.query.get("versionId"))
  const range = rangeOf(call, version)
  const shown = readHeaders(
    version,
    range === undefined && headers.get("x-amz-checksum-mode")?.toUpperCase() === "ENABLED",
  )
  if (readCondition(headers, version) === "not-modified")
    return sendEmpty(res, 304, { etag: shown.etag, "last-modified": shown["last-modified"] })

  const { sizeBytes } = version.content
  const stream = withBody ? store.blobs.read(version.blob, range) : undefined
  sendHead(res, range ? 206 : 200, {
    ...shown,
    ...Object.fromEntries(Object.entries(overrides(call)).filter(([, value]) => value !== undefined)),
    "content-length": range ? range.end - range.start + 1 : sizeBytes,
    ...(range ? { "content-range": `bytes ${range.start}-${range.end}/${sizeBytes}` } : {}),
  })
  if (stream) await pipeline(stream, res)
  else res.end()
}

export const getObject = (call: Call): Promise<void> => read(call, true)

export const headObject = (call: Call): Promise<void> => read(call, false)
