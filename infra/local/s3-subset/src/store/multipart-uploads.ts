import { randomBytes } from "node:crypto"
import type { Algorithm, Checksum, Digests } from "../protocol/checksum"
import { S3Error } from "../protocol/errors"
import { transaction } from "./database"
import { endOfPrefix } from "./prefix"
import { removeUnreferenced, type Store } from "./store"
import type { Retention } from "./version"

/** What the object will have once its parts are joined. Stored as JSON. */
export type UploadSettings = {
  readonly headers: Readonly<Record<string, string>>
  readonly lock: { readonly retention?: Retention }
  readonly algorithm: Algorithm
  readonly type: Checksum["type"]
  /** Whether the client named the algorithm; then it has to name the parts' checksums too. */
  readonly chosen: boolean
  readonly initiatedAt: string
}

export type Upload = {
  readonly uploadId: string
  readonly bucket: string
  readonly key: string
  readonly settings: UploadSettings
}

export type Part = {
  readonly number: number
  readonly blob: string
  readonly content: Digests
  readonly modifiedAt: string
}

export const addUpload = (
  { database }: Store,
  bucket: string,
  key: string,
  settings: UploadSettings,
): string => {
  const uploadId = randomBytes(24).toString("base64url")
  database
    .prepare("INSERT INTO uploads (uploadId, bucket, key, plan) VALUES (?, ?, ?, ?)")
    .run(uploadId, bucket, key, JSON.stringify(settings))
  return uploadId
}

/** @throws S3Error NoSuchUpload */
export const getUpload = ({ database }: Store, bucket: string, key: string, uploadId = ""): Upload => {
  const row = database
    .prepare("SELECT plan FROM uploads WHERE uploadId = ? AND bucket = ? AND key = ?")
    .get(uploadId, bucket, key)
  if (!row) throw new S3Error("NoSuchUpload")
  return { uploadId, bucket, key, settings: JSON.parse(String(row.plan)) as UploadSettings }
}

/** The uploads of keys that start with `prefix` and do not precede `from`: by key, for one key the oldest first. */
export const listUploads = ({ database }: Store, bucket: string, prefix: string, from: string): Upload[] =>
  database
    .prepare(
      `SELECT uploadId, key, plan FROM uploads
       WHERE bucket = :bucket AND key >= :from AND key >= :prefix AND (:end IS NULL OR key < :end)
       ORDER BY key, rowid`,
    )
    .all({ bucket, prefix, end: endOfPrefix(prefix) ?? null, from })
    .map((row) => ({
      uploadId: String(row.uploadId),
      bucket,
      key: String(row.key),
      settings: JSON.parse(String(row.plan)) as UploadSettings,
    }))

export const listParts = ({ database }: Store, uploadId: string): Part[] =>
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
  const candidates = new Set([blob])
  try {
    transaction(store.database, () => {
      getUpload(store, upload.bucket, upload.key, upload.uploadId)
      const replaced = store.database
        .prepare("SELECT blob FROM parts WHERE uploadId = ? AND number = ?")
        .get(upload.uploadId, number)
      if (replaced) candidates.add(String(replaced.blob))
      store.database
        .prepare(
          "INSERT OR REPLACE INTO parts (uploadId, number, blob, content, modifiedAt) VALUES (?, ?, ?, ?, ?)",
        )
        .run(upload.uploadId, number, blob, JSON.stringify(content), new Date().toISOString())
    })
  } finally {
    removeUnreferenced(store, candidates)
  }
}

/** To be called in a transaction. @returns the blobs that are no longer referenced. @throws S3Error NoSuchUpload */
export const removeUpload = (store: Store, upload: Upload): string[] => {
  getUpload(store, upload.bucket, upload.key, upload.uploadId)
  const blobs = listParts(store, upload.uploadId).map(({ blob }) => blob)
  store.database.prepare("DELETE FROM uploads WHERE uploadId = ?").run(upload.uploadId)
  return blobs
}
