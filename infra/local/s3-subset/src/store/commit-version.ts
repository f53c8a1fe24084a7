import type { Bucket } from "./buckets"
import { transaction } from "./database"
import { appendEvent, type CreatedBy } from "./event-log"
import { removeUnreferenced, type Store } from "./store"
import { type Content, isVersion, type Retention, type Version } from "./version"
import { findLatest, newVersionId, removeRecord } from "./versions"

export type NewVersion = {
  readonly bucket: Bucket
  readonly key: string
  readonly blob: string
  readonly content: Content
  readonly retention?: Retention
  readonly createdBy: CreatedBy
  readonly requestId: string
}

/** Checks the key's current version, inside the transaction that replaces it; throws to refuse. */
export type WriteCondition = (current: Version | undefined) => void

const insert = ({ database }: Store, { bucket, key, blob, content, retention }: NewVersion): Version => {
  const versionId = newVersionId(bucket)
  const modifiedAt = new Date().toISOString()
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO versions
         (bucket, key, versionId, blob, content, retentionMode, retainUntilAt, modifiedAt)
       VALUES
         (:bucket, :key, :versionId, :blob, :content, :retentionMode, :retainUntilAt, :modifiedAt)`,
    )
    .run({
      bucket: bucket.name,
      key,
      versionId,
      blob,
      content: JSON.stringify(content),
      retentionMode: retention?.mode ?? null,
      retainUntilAt: retention?.untilAt ?? null,
      modifiedAt,
    })
  const seq = Number(lastInsertRowid)
  const version = { seq, bucket: bucket.name, key, versionId, modifiedAt, blob, content }
  return retention ? { ...version, retention } : version
}

/**
 * Makes a stored blob the key's current version, with its event, in one durable transaction. A blob that no record
 * references afterwards, because it was refused or replaced, is removed.
 * @param alsoChange further changes of the same transaction; returns the blobs that they no longer reference
 */
export const commitVersion = (
  store: Store,
  created: NewVersion,
  condition: WriteCondition,
  alsoChange: () => readonly string[] = () => [],
): Version => {
  const candidates = new Set([created.blob])
  try {
    return transaction(store.database, () => {
      const latest = findLatest(store, created.bucket.name, created.key)
      condition(latest && isVersion(latest) ? latest : undefined)
      if (latest && !created.bucket.objectLock) {
        removeRecord(store, latest.seq)
        if (isVersion(latest)) candidates.add(latest.blob)
      }
      const version = insert(store, created)
      appendEvent(store, version, created.createdBy, created.requestId)
      for (const blob of alsoChange()) candidates.add(blob)
      return version
    })
  } finally {
    removeUnreferenced(store, candidates)
  }
}
