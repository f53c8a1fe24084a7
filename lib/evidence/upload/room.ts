import type { Announcement, Evidence } from "@/lib/evidence/evidence"
import { invalid } from "@/lib/kernel/errors"
import { evidenceBytes } from "@/lib/limits"

type Sized = Pick<Evidence, "announced" | "stored">

/** What is known of the size of files: what has come, else what was announced. */
export const bytesOf = (files: readonly Sized[]): number =>
  files.reduce((sum, { stored, announced }) => sum + (stored?.sizeBytes ?? announced?.sizeBytes ?? 0), 0)

/** Bytes that a tip with these files may still take, and one at least: S3 knows no form that takes none. */
export const roomIn = (files: readonly Sized[]): number => Math.max(1, evidenceBytes.ofTip - bytesOf(files))

const gigabytesMax = Math.floor(evidenceBytes.ofTip / 1024 ** 3)

/** @throws {DomainError} invalid `too-many-bytes` */
export const requireRoom = (files: readonly Sized[]): void => {
  if (bytesOf(files) > evidenceBytes.ofTip)
    throw invalid(["evidence"], "too-many-bytes", { gigabytes: gigabytesMax })
}

/** The same of files that are yet to be announced. */
export const requireRoomFor = (announcements: readonly Announcement[]): void =>
  requireRoom(announcements.map((announced) => ({ announced })))
