import { randomBytes } from "node:crypto"
import { S3Error } from "../protocol/errors"
import type { Bucket } from "./buckets"
import { endOfPrefix } from "./prefix"
import { removeUnreferenced, type Store } from "./store"
import { type DeleteMarker, isVersion, type Retention, toVersion, type Version } from "./version"

export const newVersionId = ({ objectLock }: Bucket): string =>
  objectLock ? randomBytes(24).toString("base64url") : "null"

/** The newest version of a key, or the delete marker that hides it. */
export const findLatest = ({ database }: Store, bucket: string, key: string) => {
  const row = database
    .prepare("SELECT * FROM versions WHERE bucket = ? AND key = ? ORDER BY seq DESC LIMIT 1")
    .get(bucket, key)
  return row && toVersion(row)
}

/** What a request without a version id means. */
export const findCurrentVersion = (store: Store, bucket: string, key: string): Version | undefined => {
  const found = findLatest(store, bucket, key)
  return found && isVersion(found) ? found : undefined
}

export const findVersionById = ({ database }: Store, bucket: string, key: string, versionId: string) => {
  const row = database
    .prepare("SELECT * FROM versions WHERE bucket = ? AND key = ? AND versionId = ?")
    .get(bucket, key, versionId)
  return row && toVersion(row)
}

/** @throws S3Error NoSuchKey, NoSuchVersion, MethodNotAllowed for a delete marker */
export const getVersion = (store: Store, bucket: string, key: string, versionId?: string): Version => {
  if (versionId === undefined) {
    const current = findCurrentVersion(store, bucket, key)
    if (!current) throw new S3Error("NoSuchKey")
    return current
  }
  const found = findVersionById(store, bucket, key, versionId)
  if (!found) throw new S3Error("NoSuchVersion")
  if (!isVersion(found)) throw new S3Error("MethodNotAllowed")
  return found
}

/** The current versions whose keys start with `prefix` and follow `after`, in the order of their UTF-8 bytes. */
export const listCurrentVersions = (
  { database }: Store,
  bucket: string,
  prefix: string,
  after: string,
  limit: number,
): Version[] =>
  database
    .prepare(
      `SELECT * FROM versions AS v
       WHERE bucket = :bucket AND key > :after AND key >= :prefix AND (:end IS NULL OR key < :end)
         AND blob IS NOT NULL
         AND seq = (SELECT max(seq) FROM versions WHERE bucket = v.bucket AND key = v.key)
       ORDER BY key LIMIT :limit`,
    )
    .all({ bucket, prefix, end: endOfPrefix(prefix) ?? null, after, limit })
    .map(toVersion)
    .filter(isVersion)

/** What a delete without a version id leaves in a bucket under Object Lock. */
export const addDeleteMarker = ({ database }: Store, bucket: Bucket, key: string): string => {
  const versionId = newVersionId(bucket)
  database
    .prepare("INSERT INTO versions (bucket, key, versionId, modifiedAt) VALUES (?, ?, ?, ?)")
    .run(bucket.name, key, versionId, new Date().toISOString())
  return versionId
}

export const removeRecord = ({ database }: Store, seq: number): void => {
  database.prepare("DELETE FROM versions WHERE seq = ?").run(seq)
}

export const removeVersion = (store: Store, version: Version | DeleteMarker): void => {
  removeRecord(store, version.seq)
  if (isVersion(version)) removeUnreferenced(store, [version.blob])
}

export const setRetention = ({ database }: Store, seq: number, retention: Retention | undefined): void => {
  database
    .prepare("UPDATE versions SET retentionMode = ?, retainUntilAt = ? WHERE seq = ?")
    .run(retention?.mode ?? null, retention?.untilAt ?? null, seq)
}
