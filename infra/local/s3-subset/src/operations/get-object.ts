import { pipeline } from "node:stream/promises"
import type { S3Request } from "../http/request"
import { sendEmpty, sendHead } from "../http/response"
import { readCondition } from "../object/conditional-headers"
import { objectHeaders } from "../object/object-headers"
import { parseRange } from "../object/range-header"
import { type ResponseHeaders, systemHeaders } from "../protocol/headers"
import type { ByteRange } from "../store/blobs"
import { getBucket } from "../store/buckets"
import type { Version } from "../store/version"
import { getVersion } from "../store/versions"

/** A presigned URL may set headers of the response, as `response-content-type`. */
export const overrideParameter = (name: string): string => `response-${name}`

const overridden = ({ query }: S3Request["target"]): ResponseHeaders =>
  Object.fromEntries(
    systemHeaders.flatMap((name) => {
      const value = query.get(overrideParameter(name))
      return value === undefined ? [] : [[name, value]]
    }),
  )

const rangeOf = ({ headers }: S3Request, { content }: Version): ByteRange | undefined => {
  const ifRange = headers.get("if-range")
  if (ifRange !== undefined && ifRange !== `"${content.etag}"`) return undefined
  return parseRange(headers.get("range"), content.sizeBytes)
}

const read = async (request: S3Request, withBody: boolean): Promise<void> => {
  const { res, store, target, headers } = request
  const bucket = getBucket(store, target.bucket)
  const version = getVersion(store, bucket.name, target.key, target.query.get("versionId"))
  const { sizeBytes } = version.content
  const range = rangeOf(request, version)
  const withChecksum = !range && headers.get("x-amz-checksum-mode")?.toUpperCase() === "ENABLED"
  const own = objectHeaders(version, withChecksum)
  if (readCondition(headers, version) === "not-modified")
    return sendEmpty(res, 304, { etag: own.etag, "last-modified": own["last-modified"] })

  const stream = withBody ? store.blobs.read(version.blob, range) : undefined
  sendHead(res, range ? 206 : 200, {
    ...own,
    ...overridden(target),
    "content-length": range ? range.end - range.start + 1 : sizeBytes,
    "content-range": range && `bytes ${range.start}-${range.end}/${sizeBytes}`,
  })
  if (stream) await pipeline(stream, res)
  else res.end()
}

export const getObject = (request: S3Request): Promise<void> => read(request, true)

export const headObject = (request: S3Request): Promise<void> => read(request, false)
