import { CopyObjectCommand, DeleteObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3"
import { DomainError } from "@/lib/kernel/errors"
import { inBucket, objectAt, s3 } from "./client"
import { orFailure } from "./failure"

export const putObject = async (key: string, bytes: Uint8Array, type: string): Promise<void> => {
  await s3.send(new PutObjectCommand({ ...objectAt(key), Body: bytes, ContentType: type }))
}

/** Puts an object that nobody can change or delete before `until`. */
export const putLocked = async (key: string, bytes: Uint8Array, until: Date): Promise<void> => {
  await s3.send(
    new PutObjectCommand({
      ...objectAt(key),
      Body: bytes,
      ContentType: "application/octet-stream",
      ChecksumAlgorithm: "SHA256",
      ObjectLockMode: "GOVERNANCE",
      ObjectLockRetainUntilDate: until,
    }),
  )
}

/**
 * Done twice, the second changes nothing.
 * @param versionId without one, an object in a bucket with versions is hidden and expires later
 */
export const deleteObject = async (key: string, versionId?: string): Promise<void> => {
  await s3.send(new DeleteObjectCommand({ ...objectAt(key), VersionId: versionId }))
}

/**
 * Copies an object to a key under which nobody can change or delete it before `until`.
 * @param from its key, and the eTag of the bytes that are meant
 * @throws {DomainError} conflict, when other bytes or none lie under `from` by now
 */
export const copyLocked = async (
  from: { readonly key: string; readonly eTag: string },
  key: string,
  until: Date,
): Promise<void> => {
  const copied = s3.send(
    new CopyObjectCommand({
      ...objectAt(key),
      CopySource: `${inBucket().Bucket}/${encodeURIComponent(from.key)}`,
      CopySourceIfMatch: from.eTag,
      MetadataDirective: "REPLACE",
      ContentType: "application/octet-stream",
      ObjectLockMode: "GOVERNANCE",
      ObjectLockRetainUntilDate: until,
    }),
  )
  const answer = await orFailure(copied, "missing", "conditionFailed")
  if (typeof answer === "string") throw new DomainError("conflict")
}
