import type { Issue } from "@/lib/kernel/errors"
import type { BatchId, HolderId, KeyId } from "@/lib/kernel/id"

/**
 * A table that a right holder uploads: waiting for its file, read in a trial run, waiting for its holder's word, sent,
 * done. `stopped` ends it early.
 */
export const batchStates = ["waiting", "checking", "checked", "sending", "sent", "stopped"] as const
export type BatchState = (typeof batchStates)[number]

export const stopReasons = ["key-revoked", "file-changed", "file-gone"] as const
export type StopReason = (typeof stopReasons)[number]

/** How many rows became a report (or would), were one before, and were refused. */
export type RowCounts = { readonly created: number; readonly exists: number; readonly invalid: number }

export const noRows: RowCounts = { created: 0, exists: 0, invalid: 0 }

/** From which row on the table could not be read, and why. */
export type BatchEnd = { readonly row: number; readonly issue: Omit<Issue, "path"> }

export type Batch = {
  readonly batchId: BatchId
  readonly holderId: HolderId
  /** By which it was announced, and is sent. */
  readonly keyId: KeyId
  readonly state: BatchState
  readonly announcedAt: string
  /** What its sender called the file. */
  readonly fileName?: string
  readonly fileKey?: string
  /** The bytes that were checked: no others are sent. */
  readonly eTag?: string
  /** Rows done by the run that goes on, or the last one. */
  readonly rowsDone: number
  /** What the trial run found. */
  readonly checked?: RowCounts
  readonly ends?: BatchEnd
  readonly sent?: RowCounts
  readonly confirmedAt?: string
  readonly endedAt?: string
  readonly stoppedFor?: StopReason
  readonly version: number
  readonly head: string
}

export const rowsOf = ({ created, exists, invalid }: RowCounts) => created + exists + invalid
