import { checksumHeader } from "../protocol/checksum"
import { S3Error } from "../protocol/errors"
import { type RequestHeaders, type ResponseHeaders, systemHeaders } from "../protocol/headers"
import type { Version } from "../store/version"

const metadataPrefix = "x-amz-meta-"
const metadataBytesMax = 2048

/** `aws-chunked` says how the request was framed, not what the object is. */
const withoutFraming = (encoding: string): string =>
  encoding
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "aws-chunked")
    .join(",")

const userMetadata = (headers: RequestHeaders): (readonly [string, string])[] => {
  const metadata = [...headers].filter(([name]) => name.startsWith(metadataPrefix))
  if (metadata.some(([name]) => !/^[\w!#$%&'*+.^`|~-]+$/.test(name)))
    throw new S3Error("InvalidArgument", "A metadata name is not valid as a header's name.")
  const bytes = metadata.map(([name, value]) => Buffer.byteLength(name.slice(metadataPrefix.length) + value))
  if (bytes.reduce((sum, each) => sum + each, 0) > metadataBytesMax) throw new S3Error("MetadataTooLarge")
  return metadata
}

/** The headers that an object keeps and is served with. @throws S3Error MetadataTooLarge, InvalidArgument */
export const headersToStore = (headers: RequestHeaders): Record<string, string> => {
  const system = systemHeaders.flatMap((name) => {
    const value = headers.get(name)
    const stored = name === "content-encoding" && value ? withoutFraming(value) : value
    return stored ? [[name, stored] as const] : []
  })
  return {
    "content-type": "binary/octet-stream",
    ...Object.fromEntries([...system, ...userMetadata(headers)]),
  }
}

export const versionHeader = ({ versionId }: Version): ResponseHeaders =>
  versionId === "null" ? {} : { "x-amz-version-id": versionId }

const checksumHeaders = ({ content: { checksum } }: Version): ResponseHeaders => ({
  [checksumHeader(checksum.algorithm)]: checksum.value,
  "x-amz-checksum-type": checksum.type,
})

/** For the response of a call that made an object. */
export const createdHeaders = (version: Version): ResponseHeaders => ({
  etag: `"${version.content.etag}"`,
  ...versionHeader(version),
  ...checksumHeaders(version),
})

const retentionHeaders = ({ retention }: Version): ResponseHeaders => ({
  "x-amz-object-lock-mode": retention?.mode,
  "x-amz-object-lock-retain-until-date": retention?.untilAt,
})

/** For the response of a read. */
export const objectHeaders = (version: Version, withChecksum: boolean): ResponseHeaders => ({
  ...version.content.headers,
  etag: `"${version.content.etag}"`,
  "last-modified": new Date(version.modifiedAt).toUTCString(),
  "accept-ranges": "bytes",
  ...versionHeader(version),
  ...retentionHeaders(version),
  ...(withChecksum ? checksumHeaders(version) : {}),
})
