import { sendEmpty } from "../answer"
import type { Call } from "../call"
import { bypassesGovernance, requireDeletable } from "../object-lock"
import { getBucket } from "../store/buckets"
import { isVersion } from "../store/version"
import { addDeleteMarker, findNamed, findVersion, removeVersion } from "../store/versions"

/**
 * As on S3: in a bucket under Object Lock a plain delete only hides the object behind a marker; a named version
 * goes for good, unless a retention or a hold keeps it.
 */
export const deleteObject = async ({ res, store, target, headers }: Call): Promise<void> => {
  const bucket = getBucket(store, target.bucket)
  const versionId = target.query.get("versionId")
  if (versionId === undefined && bucket.objectLock) {
    const marker = addDeleteMarker(store, bucket, target.key)
    return sendEmpty(res, 204, { "x-amz-delete-marker": "true", "x-amz-version-id": marker })
  }
  const found =
    versionId === undefined
      ? findVersion(store, bucket.name, target.key)
      : findNamed(store, bucket.name, target.key, versionId)
  if (found && isVersion(found)) requireDeletable(found.lock, bypassesGovernance(headers))
  if (found) removeVersion(store, found)
  sendEmpty(res, 204, {
    ...(versionId === undefined ? {} : { "x-amz-version-id": versionId }),
    ...(found && !isVersion(found) ? { "x-amz-delete-marker": "true" } : {}),
  })
}
