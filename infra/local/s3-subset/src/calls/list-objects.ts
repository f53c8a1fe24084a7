import { sendXml } from "../answer"
import type { Call } from "../call"
import { S3Error } from "../errors"
import { getBucket } from "../store/buckets"
import { listVersions } from "../store/versions"

const keysMax = 1000

const limitOf = (text: string | undefined): number => {
  if (text === undefined) return keysMax
  if (!/^\d{1,9}$/.test(text)) throw new S3Error("InvalidArgument", "max-keys must be a number from 0 on.")
  return Math.min(Number(text), keysMax)
}

const tokenOf = (key: string): string => Buffer.from(key).toString("base64url")

export const listObjects = async ({ res, store, target }: Call): Promise<void> => {
  const bucket = getBucket(store, target.bucket)
  const { query } = target
  if (query.get("delimiter")) throw new S3Error("NotImplemented", "Listing by delimiter is not implemented.")
  const prefix = query.get("prefix") ?? ""
  const token = query.get("continuation-token")
  const startAfter = query.get("start-after")
  const limit = limitOf(query.get("max-keys"))
  const after = token === undefined ? (startAfter ?? "") : Buffer.from(token, "base64url").toString("utf8")
  const encode = query.get("encoding-type") === "url" ? encodeURIComponent : (key: string) => key

  const found = limit === 0 ? [] : listVersions(store, bucket.name, prefix, after, limit + 1)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const isTruncated = found.length > limit
  sendXml(res, 200, "ListBucketResult", {
    Name: bucket.name,
    Prefix: encode(prefix),
    ...(startAfter === undefined ? {} : { StartAfter: encode(startAfter) }),
    ...(token === undefined ? {} : { ContinuationToken: token }),
    ...(isTruncated && last ? { NextContinuationToken: tokenOf(last.key) } : {}),
    ...(query.has("encoding-type") ? { EncodingType: "url" } : {}),
    KeyCount: page.length,
    MaxKeys: limit,
    IsTruncated: isTruncated,
    Contents: page.map(({ key, modifiedAt, content }) => ({
      Key: encode(key),
      LastModified: modifiedAt,
      ETag: `"${content.etag}"`,
      Size: content.sizeBytes,
      StorageClass: "STANDARD",
      ChecksumAlgorithm: content.checksum.algorithm,
      ChecksumType: content.checksum.type,
    })),
  })
}
