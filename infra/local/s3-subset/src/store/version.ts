import type { SQLOutputValue } from "node:sqlite"
import type { Checksum } from "../protocol/checksum"

/** Until then the version cannot be deleted; GOVERNANCE may be bypassed, COMPLIANCE by nobody. */
export type Retention = { readonly mode: "GOVERNANCE" | "COMPLIANCE"; readonly untilAt: string }

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
  /** Grows with every write of this store. */
  readonly seq: number
  readonly bucket: string
  readonly key: string
  /** `null` in a bucket without Object Lock, as S3 calls the only version of a key. */
  readonly versionId: string
  readonly modifiedAt: string
}

export type Version = DeleteMarker & {
  readonly blob: string
  readonly content: Content
  readonly retention?: Retention
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
  const version = { ...marker, blob: String(row.blob), content: JSON.parse(String(row.content)) as Content }
  if (row.retentionMode === null) return version
  const mode = row.retentionMode as Retention["mode"]
  return { ...version, retention: { mode, untilAt: String(row.retainUntilAt) } }
}
