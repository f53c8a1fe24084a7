import { storeBody } from "../body/store-body"
import { bodyOf, type S3Request } from "../http/request"
import { requestIdOf, sendEmpty } from "../http/response"
import { writeCondition } from "../object/conditional-headers"
import { createdHeaders, headersToStore } from "../object/object-headers"
import { requestedRetention } from "../object/object-lock"
import { S3Error } from "../protocol/errors"
import { getBucket } from "../store/buckets"
import { commitVersion } from "../store/commit-version"
import { findCurrentVersion } from "../store/versions"

export const putObject = async (request: S3Request): Promise<void> => {
  const { res, store, target, headers } = request
  const { key } = target
  const bucket = getBucket(store, target.bucket)
  const condition = writeCondition(headers)
  const retention = requestedRetention(headers, bucket)
  const objectHeaders = headersToStore(headers)
  const body = bodyOf(request)
  if (retention && !body.integrity.md5 && !body.integrity.checksum)
    throw new S3Error(
      "InvalidRequest",
      "A put with Object Lock parameters needs Content-MD5 or an x-amz-checksum- header.",
    )
  condition(findCurrentVersion(store, bucket.name, key))

  const { blob, md5Hex, sizeBytes, checksum } = await storeBody(store.blobs, body)
  const content = { sizeBytes, etag: md5Hex, md5Hex, checksum, headers: objectHeaders }
  const created = { bucket, key, blob, content, retention, requestId: requestIdOf(res) }
  const version = commitVersion(store, { ...created, createdBy: "Put" }, condition)
  sendEmpty(res, 200, createdHeaders(version))
}
