import { requestIdOf, sendEmpty } from "../answer"
import { receive } from "../body/receive"
import { bodyOfCall, type Call } from "../call"
import { writeCondition } from "../conditions"
import { S3Error } from "../errors"
import { createdHeaders, keptHeaders } from "../object-headers"
import { lockOf } from "../object-lock"
import { getBucket } from "../store/buckets"
import { commitVersion } from "../store/commit-version"
import { findVersion } from "../store/versions"

export const putObject = async (call: Call): Promise<void> => {
  const { res, store, target, headers } = call
  const bucket = getBucket(store, target.bucket)
  const condition = writeCondition(headers)
  const lock = lockOf(headers, bucket)
  const kept = keptHeaders(headers)
  const body = bodyOfCall(call)
  if ((lock.retention || lock.legalHold) && !body.integrity.md5 && !body.integrity.checksum)
    throw new S3Error(
      "InvalidRequest",
      "A put with Object Lock parameters needs Content-MD5 or an x-amz-checksum- header.",
    )
  condition(findVersion(store, bucket.name, target.key))

  const { blob, md5Hex, sizeBytes, checksum } = await receive(store.blobs, body)
  const content = { sizeBytes, etag: md5Hex, md5Hex, checksum, headers: kept }
  const requestId = requestIdOf(res)
  const version = commitVersion(
    store,
    { bucket, key: target.key, blob, content, lock, by: "Put", requestId },
    condition,
  )
  sendEmpty(res, 200, createdHeaders(version))
}
