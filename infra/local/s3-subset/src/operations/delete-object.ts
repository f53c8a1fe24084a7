import type { S3Request } from "../http/request"
import { sendEmpty } from "../http/response"
import { bypassesGovernance, requireDeletable } from "../object/object-lock"
import { getBucket } from "../store/buckets"
import { isVersion } from "../store/version"
import { addDeleteMarker, findCurrentVersion, findVersionById, removeVersion } from "../store/versions"

/**
 * As on S3: in a bucket under Object Lock a plain delete only hides the object behind a marker; a version named by
 * its id is removed for good, unless a retention protects it.
 */
export const deleteObject = async ({ res, store, target, headers }: S3Request): Promise<void> => {
  const bucket = getBucket(store, target.bucket)
  const versionId = target.query.get("versionId")
  if (versionId === undefined && bucket.objectLock) {
    const marker = addDeleteMarker(store, bucket, target.key)
    return sendEmpty(res, 204, { "x-amz-delete-marker": "true", "x-amz-version-id": marker })
  }
  const found =
    versionId === undefined
      ? findCurrentVersion(store, bucket.name, target.key)
      : findVersionById(store, bucket.name, target.key, versionId)
  if (found && isVersion(found)) requireDeletable(found.retention, bypassesGovernance(headers))
  if (found) removeVersion(store, found)
  sendEmpty(res, 204, {
    "x-amz-version-id": versionId,
    "x-amz-delete-marker": found && !isVersion(found) ? "true" : undefined,
  })
}
