import type { Headers } from "./answer"
import { headerOf } from "./body/checksum"
import type { RequestHeaders } from "./body/integrity"
import { S3Error } from "./errors"
import type { Version } from "./store/version"

const metadataBytesMax = 2048

const served = [
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-type",
  "expires",
]

const withoutFraming = (encoding: string): string =>
  encoding
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "aws-chunked")
    .join(",")

/** The headers that an object keeps and is served with. @throws S3Error MetadataTooLarge, InvalidArgument */
export const keptHeaders = (headers: RequestHeaders): Record<string, string> => {
  const metadata = [...headers].filter(([name]) => name.startsWith("x-amz-meta-"))
  if (metadata.some(([name]) => !/^[\w!#$%&'*+.^`|~-]+$/.test(name)))
    throw new S3Error("InvalidArgument", "A metadata name is not valid as a header's name.")
  const bytes = metadata.reduce((sum, [name, value]) => sum + Buffer.byteLength(name.slice(11) + value), 0)
  if (bytes > metadataBytesMax) throw new S3Error("MetadataTooLarge")
  const system = served.flatMap((name) => {
    const value = headers.get(name)
    const kept = name === "content-encoding" && value ? withoutFraming(value) : value
    return kept ? [[name, kept] as const] : []
  })
  return { "content-type": "binary/octet-stream", ...Object.fromEntries([...system, ...metadata]) }
}

const versionHeader = ({ versionId }: Version): Headers =>
  versionId === "null" ? {} : { "x-amz-version-id": versionId }

const checksumHeaders = ({ content: { checksum } }: Version): Headers => ({
  [headerOf(checksum.algorithm)]: checksum.value,
  "x-amz-checksum-type": checksum.type,
})

/** What every call that makes an object answers. */
export const createdHeaders = (version: Version): Headers => ({
  etag: `"${version.content.etag}"`,
  ...versionHeader(version),
  ...checksumHeaders(version),
})

const lockHeaders = ({ lock }: Version): Headers => ({
  ...(lock.retention
    ? {
        "x-amz-object-lock-mode": lock.retention.mode,
        "x-amz-object-lock-retain-until-date": lock.retention.untilAt,
      }
    : {}),
  ...(lock.legalHold ? { "x-amz-object-lock-legal-hold": "ON" } : {}),
})

export const readHeaders = (version: Version, withChecksum: boolean): Headers => ({
  ...version.content.headers,
  etag: `"${version.content.etag}"`,
  "last-modified": new Date(version.modifiedAt).toUTCString(),
  "accept-ranges": "bytes",
  ...versionHeader(version),
  ...lockHeaders(version),
  ...(withChecksum ? checksumHeaders(version) : {}),
})
