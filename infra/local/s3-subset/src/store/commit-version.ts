import type { Bucket } from "./buckets"
import { transaction } from "./database"
import { appendEvent, type CreatedBy } from "./journal"
import { releaseBlobs, type Store } from "./store"
import { type Content, isVersion, type ObjectLock, type Version } from "./version"
import { findLatest, newVersionId, removeRow } from "./versions"

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

const insert = ({ database }: Store, { bucket, key, blob, content, lock }: Draft): Version => {
  const versionId = newVersionId(bucket)
  const modifiedAt = new Date().toISOString()
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO versions
         (bucket, key, versionId, blob, content, retentionMode, retainUntilAt, legalHold, modifiedAt)
       VALUES
         (:bucket, :key, :versionId, :blob, :content, :retentionMode, :retainUntilAt, :legalHold, :modifiedAt)`,
    )
    .run({
      bucket: bucket.name,
      key,
      versionId,
      blob,
      content: JSON.stringify(content),
      retentionMode: lock.retention?.mode ?? null,
      retainUntilAt: lock.retention?.untilAt ?? null,
      legalHold: lock.legalHold ? 1 : 0,
      modifiedAt,
    })
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
 * Makes a stored blob the key's present version, with its event, in one durable transaction. A blob that no record
 * names afterwards, because it was refused or replaced, is removed.
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
      const present = findLatest(store, draft.bucket.name, draft.key)
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
