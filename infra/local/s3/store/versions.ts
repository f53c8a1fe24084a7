import { randomBytes } from "node:crypto"
import { S3Error } from "../errors"
import type { Bucket } from "./buckets"
import { transaction } from "./database"
import { appendEvent, type CreatedBy } from "./journal"
import { releaseBlobs, type Store } from "./store"
import {
  type Content,
  type DeleteMarker,
  isVersion,
  type ObjectLock,
  toVersion,
  type Version,
} from "./version"

export type Draft = {
  readonly bucket: Bucket
  readonly key: string
  readonly blob: string
  readonly content: Content
  readonly lock: ObjectLock
  readonly by: CreatedBy
  readonly requestId: string
}

/** Judges the key's present version, inside the transaction that replaces it; throws to refuse. */
export type Condition = (present: Version | undefined) => void

const unversioned = "null"

const latest = ({ database }: Store, bucket: string, key: string) => {
  const row = database
    .prepare("SELECT * FROM versions WHERE bucket = ? AND key = ? ORDER BY seq DESC LIMIT 1")
    .get(bucket, key)
  return row && toVersion(row)
}

export const findVersion = (store: Store, bucket: string, key: string): Version | undefined => {
  const found = latest(store, bucket, key)
  return found && isVersion(found) ? found : undefined
}

/** @throws S3Error NoSuchKey, NoSuchVersion, MethodNotAllowed for a delete marker */
export const getVersion = (store: Store, bucket: string, key: string, versionId?: string): Version => {
  if (versionId === undefined) {
    const found = findVersion(store, bucket, key)
    if (!found) throw new S3Error("NoSuchKey")
    return found
  }
  const found = findNamed(store, bucket, key, versionId)
  if (!found) throw new S3Error("NoSuchVersion")
  if (!isVersion(found)) throw new S3Error("MethodNotAllowed")
  return found
}

export const findNamed = ({ database }: Store, bucket: string, key: string, versionId: string) => {
  const row = database
    .prepare("SELECT * FROM versions WHERE bucket = ? AND key = ? AND versionId = ?")
    .get(bucket, key, versionId)
  return row && toVersion(row)
}

const removeRow = ({ database }: Store, seq: number) =>
  void database.prepare("DELETE FROM versions WHERE seq = ?").run(seq)

const insert = (store: Store, draft: Draft): Version => {
  const { bucket, key, blob, content, lock } = draft
  const versionId = bucket.objectLock ? randomBytes(24).toString("base64url") : unversioned
  const modifiedAt = new Date().toISOString()
  const { lastInsertRowid } = store.database
    .prepare(
      `INSERT INTO versions (bucket, key, versionId, blob, content, retentionMode, retainUntilAt, legalHold, modifiedAt)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      bucket.name,
      key,
      versionId,
      blob,
      JSON.stringify(content),
      lock.retention?.mode ?? null,
      lock.retention?.untilAt ?? null,
      lock.legalHold ? 1 : 0,
      modifiedAt,
    )
  return {
    seq: Number(lastInsertRowid),
    bucket: bucket.name,
    key,
    versionId,
    modifiedAt,
    blob,
    content,
    lock,
  }
}

/**
 * Makes a stored blob the key's present version, with its event, in one durable transaction.
 * @param also further changes of the same transaction; returns the blobs that they set free
 */
export const commitVersion = (
  store: Store,
  draft: Draft,
  condition: Condition,
  also: () => readonly string[] = () => [],
): Version => {
  const freed = new Set([draft.blob])
  try {
    return transaction(store.database, () => {
      const present = latest(store, draft.bucket.name, draft.key)
      condition(present && isVersion(present) ? present : undefined)
      if (present && !draft.bucket.objectLock) {
        removeRow(store, present.seq)
        if (isVersion(present)) freed.add(present.blob)
      }
      const version = insert(store, draft)
      appendEvent(store, version, draft.by, draft.requestId)
      for (const blob of also()) freed.add(blob)
      return version
    })
  } finally {
    releaseBlobs(store, freed)
  }
}

export const removeVersion = (store: Store, version: Version | DeleteMarker): void => {
  removeRow(store, version.seq)
  if (isVersion(version)) releaseBlobs(store, [version.blob])
}

/** What a delete without a version id leaves in a bucket with versions. */
export const addDeleteMarker = ({ database }: Store, bucket: Bucket, key: string): string => {
  const versionId = randomBytes(24).toString("base64url")
  database
    .prepare("INSERT INTO versions (bucket, key, versionId, legalHold, modifiedAt) VALUES (?, ?, ?, 0, ?)")
    .run(bucket.name, key, versionId, new Date().toISOString())
  return versionId
}

export const setLock = ({ database }: Store, seq: number, { retention, legalHold }: ObjectLock): void => {
  database
    .prepare("UPDATE versions SET retentionMode = ?, retainUntilAt = ?, legalHold = ? WHERE seq = ?")
    .run(retention?.mode ?? null, retention?.untilAt ?? null, legalHold ? 1 : 0, seq)
}

/** The present versions whose keys start with `prefix` and follow `after`, in the order of their UTF-8 bytes. */
export const listVersions = (
  { database }: Store,
  bucket: string,
  prefix: string,
  after: string,
  limit: number,
): Version[] =>
  database
    .prepare(
      `SELECT * FROM versions AS v
       WHERE bucket = :bucket AND key > :after AND key >= :prefix AND key < :prefix || char(0x10FFFF)
         AND blob IS NOT NULL
         AND seq = (SELECT max(seq) FROM versions WHERE bucket = v.bucket AND key = v.key)
       ORDER BY key LIMIT :limit`,
    )
    .all({ bucket, prefix, after, limit })
    .map(toVersion)
    .filter(isVersion)
