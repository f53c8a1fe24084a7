import type { SQLOutputValue } from "node:sqlite"
import type { Checksum } from "../body/checksum"

type LockMode = "GOVERNANCE" | "COMPLIANCE"

export type Retention = { readonly mode: LockMode; readonly untilAt: string }

export type ObjectLock = { readonly retention?: Retention; readonly legalHold: boolean }

/** What stays true of the bytes, and the headers they are served with. */
export type Content = {
  readonly sizeBytes: number
  /** Without quotes; of a multipart object it ends in `-<parts>`. */
  readonly etag: string
  readonly md5Hex: string
  readonly checksum: Checksum
  readonly headers: Readonly<Record<string, string>>
}

export type DeleteMarker = {
  readonly seq: number
  readonly bucket: string
  readonly key: string
  readonly versionId: string
  readonly modifiedAt: string
}

export type Version = DeleteMarker & {
  readonly blob: string
  readonly content: Content
  readonly lock: ObjectLock
}

export const isVersion = (found: Version | DeleteMarker): found is Version => "blob" in found

export const toVersion = (row: Record<string, SQLOutputValue>): Version | DeleteMarker => {
  const marker = {
    seq: Number(row.seq),
    bucket: String(row.bucket),
    key: String(row.key),
    versionId: String(row.versionId),
    modifiedAt: String(row.modifiedAt),
  }
  if (row.blob === null) return marker
  const retention =
    row.retentionMode === null
      ? {}
      : { retention: { mode: row.retentionMode as LockMode, untilAt: String(row.retainUntilAt) } }
  return {
    ...marker,
    blob: String(row.blob),
    content: JSON.parse(String(row.content)) as Content,
    lock: { ...retention, legalHold: row.legalHold === 1 },
  }
}
