import { randomBytes } from "node:crypto"
import type { Algorithm, Checksum } from "../body/checksum"
import type { Digests } from "../body/verified"
import { S3Error } from "../errors"
import { transaction } from "./database"
import { releaseBlobs, type Store } from "./store"
import type { ObjectLock } from "./version"

/** What the object will be, once its parts are joined. */
export type Plan = {
  readonly headers: Readonly<Record<string, string>>
  readonly lock: ObjectLock
  readonly algorithm: Algorithm
  readonly type: Checksum["type"]
  /** The client named the algorithm, so it has to name the parts' checksums too. */
  readonly chosen: boolean
  readonly initiatedAt: string
}

export type Upload = {
  readonly uploadId: string
  readonly bucket: string
  readonly key: string
  readonly plan: Plan
}

export type Part = {
  readonly number: number
  readonly blob: string
  readonly content: Digests
  readonly modifiedAt: string
}

export const addUpload = ({ database }: Store, bucket: string, key: string, plan: Plan): string => {
  const uploadId = randomBytes(24).toString("base64url")
  database
    .prepare("INSERT INTO uploads (uploadId, bucket, key, plan) VALUES (?, ?, ?, ?)")
    .run(uploadId, bucket, key, JSON.stringify(plan))
  return uploadId
}

/** @throws S3Error NoSuchUpload */
export const getUpload = ({ database }: Store, bucket: string, key: string, uploadId = ""): Upload => {
  const row = database
    .prepare("SELECT plan FROM uploads WHERE uploadId = ? AND bucket = ? AND key = ?")
    .get(uploadId, bucket, key)
  if (!row) throw new S3Error("NoSuchUpload")
  return { uploadId, bucket, key, plan: JSON.parse(String(row.plan)) as Plan }
}

/** By key, and for one key in the order in which they began. */
export const listUploads = ({ database }: Store, bucket: string, prefix: string): Upload[] =>
  database
    .prepare(
      "SELECT uploadId, key, plan FROM uploads WHERE bucket = ? AND substr(key, 1, length(?)) = ? ORDER BY key, rowid",
    )
    .all(bucket, prefix, prefix)
    .map((row) => ({
      uploadId: String(row.uploadId),
      bucket,
      key: String(row.key),
      plan: JSON.parse(String(row.plan)) as Plan,
    }))

export const listParts = ({ database }: Store, { uploadId }: Upload): Part[] =>
  database
    .prepare("SELECT number, blob, content, modifiedAt FROM parts WHERE uploadId = ? ORDER BY number")
    .all(uploadId)
    .map((row) => ({
      number: Number(row.number),
      blob: String(row.blob),
      content: JSON.parse(String(row.content)) as Digests,
      modifiedAt: String(row.modifiedAt),
    }))

/** A part sent again replaces the first. */
export const putPart = (
  store: Store,
  upload: Upload,
  number: number,
  blob: string,
  content: Digests,
): void => {
  const freed = new Set([blob])
  try {
    transaction(store.database, () => {
      getUpload(store, upload.bucket, upload.key, upload.uploadId)
      const before = store.database
        .prepare("SELECT blob FROM parts WHERE uploadId = ? AND number = ?")
        .get(upload.uploadId, number)
      if (before) freed.add(String(before.blob))
      store.database
        .prepare(
          "INSERT OR REPLACE INTO parts (uploadId, number, blob, content, modifiedAt) VALUES (?, ?, ?, ?, ?)",
        )
        .run(upload.uploadId, number, blob, JSON.stringify(content), new Date().toISOString())
    })
  } finally {
    releaseBlobs(store, freed)
  }
}

/** Part of a transaction: returns the blobs that it sets free. @throws S3Error NoSuchUpload */
export const removeUpload = (store: Store, upload: Upload): string[] => {
  getUpload(store, upload.bucket, upload.key, upload.uploadId)
  const blobs = listParts(store, upload).map(({ blob }) => blob)
  store.database.prepare("DELETE FROM uploads WHERE uploadId = ?").run(upload.uploadId)
  return blobs
}
