import type { S3Request } from "../http/request"
import { sendXml } from "../http/response"
import { getBucket } from "../store/buckets"
import { listCurrentVersions } from "../store/versions"
import { pageSize } from "./count-parameter"

const tokenOf = (key: string): string => Buffer.from(key).toString("base64url")
const keyOf = (token: string): string => Buffer.from(token, "base64url").toString("utf8")

/** ListObjectsV2. */
export const listObjects = async ({ res, store, target }: S3Request): Promise<void> => {
  const bucket = getBucket(store, target.bucket)
  const prefix = target.query.get("prefix") ?? ""
  const token = target.query.get("continuation-token")
  const limit = pageSize(target, "max-keys")

  const after = token === undefined ? "" : keyOf(token)
  const found = limit === 0 ? [] : listCurrentVersions(store, bucket.name, prefix, after, limit + 1)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const isTruncated = found.length > limit
  sendXml(res, 200, "ListBucketResult", {
    Name: bucket.name,
    Prefix: prefix,
    ContinuationToken: token,
    NextContinuationToken: isTruncated && last ? tokenOf(last.key) : undefined,
    KeyCount: page.length,
    MaxKeys: limit,
    IsTruncated: isTruncated,
    Contents: page.map(({ key, modifiedAt, content }) => ({
      Key: key,
      LastModified: modifiedAt,
      ETag: `"${content.etag}"`,
      Size: content.sizeBytes,
      StorageClass: "STANDARD",
      ChecksumAlgorithm: content.checksum.algorithm,
      ChecksumType: content.checksum.type,
    })),
  })
}
