import { z } from "zod"
import { EvidenceId, TipId } from "@/lib/kernel/id"
import { bucket } from "@/lib/store/table-description"
import { Opening } from "./opening"
import { Scan } from "./scan/scan"

export const filesPerTipMax = 20
/** S3 takes no larger object in one form upload. */
export const sizeBytesMax = 5 * 1024 ** 3
/** After this an upload that never came is given up. */
const awaitedHoursMax = bucket.incomingDaysMax * 24

export const evidenceStates = ["announced", "verified", "rejected", "expired"] as const
export type EvidenceState = (typeof evidenceStates)[number]

/** The last two are of files that came before every type was taken. */
export const rejections = [
  "empty",
  "size-mismatch",
  "hash-mismatch",
  "type-mismatch",
  "type-not-accepted",
] as const
export type Rejection = (typeof rejections)[number]

/** What a reporter says of a file before sending it; a form without JavaScript can say nothing. */
export const Announcement = z.strictObject({
  name: z.string().trim().min(1).max(255),
  sizeBytes: z.int().min(1).max(sizeBytesMax),
  type: z.string().max(120).optional(),
  /** Hex. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})
export type Announcement = z.infer<typeof Announcement>

export const Evidence = z.object({
  evidenceId: EvidenceId,
  /** Of the tip that it belongs to, or of the objection: one keeps files under its id as the other does. */
  tipId: TipId,
  state: z.enum(evidenceStates),
  announced: Announcement.optional(),
  announcedAt: z.iso.datetime(),
  /** What the stored object turned out to be. */
  stored: z.object({ name: z.string(), sizeBytes: z.int(), type: z.string(), sha256: z.string() }).optional(),
  rejection: z.enum(rejections).optional(),
  inspectedAt: z.iso.datetime().optional(),
  /** Of a sealed file; absent while the sanitised copy is being made. */
  hasPreview: z.boolean().optional(),
  /** Absent from copies of before there were others than pictures. */
  previewType: z.enum(["image/webp", "text/plain"]).optional(),
  /** Of a picture: what it looks like, see likeness.ts. Absent of any other, and of those from before it was noted. */
  likeness: z.string().optional(),
  /** How long it took to make the copy, or to give it up. */
  drawnMs: z.int().optional(),
  /** Its place among those that were announced in one request, from 0. */
  index: z.int().optional(),
  /** From the moment it is sealed. */
  scan: Scan.optional(),
  /** Somebody's wish to open an original that is not known to be clean. */
  opening: Opening.optional(),
  version: z.int(),
  head: z.string(),
})
export type Evidence = z.infer<typeof Evidence>

/** Late announcements read as expired, whether or not the sweeper has been there. */
export const stateAt = (evidence: Evidence, now: string): EvidenceState =>
  evidence.state === "announced" &&
  Date.parse(now) - Date.parse(evidence.announcedAt) > awaitedHoursMax * 3_600_000
    ? "expired"
    : evidence.state

/** How long a sanitised copy may be in the making; after that, none is expected any more. */
const drawingMinutesMax = 15

/** Whether people can look at a copy of a sealed file, now or soon. */
export const previewAt = ({ hasPreview, inspectedAt }: Evidence, now: string): "there" | "soon" | "none" => {
  if (hasPreview !== undefined) return hasPreview ? "there" : "none"
  const isLate = Date.parse(now) - Date.parse(inspectedAt ?? now) > drawingMinutesMax * 60_000
  return isLate ? "none" : "soon"
}

/** Whether a file belongs to a tip, and not to an objection. */
export const isOfTip = (id: string): boolean => id.startsWith("tip_")

/** A file that was announced or has come; not an unused upload slot of a form without JavaScript. */
export const isFile = ({ announced, stored }: Pick<Evidence, "announced" | "stored">): boolean =>
  announced !== undefined || stored !== undefined

type Ids = { readonly tipId: TipId; readonly evidenceId: EvidenceId }

/** Where a file arrives of which nothing was said: S3 puts its own name in the place of `${filename}`. */
export const incomingPrefix = ({ tipId, evidenceId }: Ids) => `${bucket.incoming}${tipId}/${evidenceId}/`
/** Where an announced file arrives, in parts or by a form: one place, so that it takes one object. */
export const wholeKey = (ids: Ids) => `${incomingPrefix(ids)}whole`
export const sealedKey = ({ tipId, evidenceId }: Ids) => `${bucket.sealed}${tipId}/${evidenceId}`
export const previewKey = ({ tipId, evidenceId }: Ids, type: "image/webp" | "text/plain") =>
  `${bucket.preview}${tipId}/${evidenceId}.${type === "image/webp" ? "webp" : "txt"}`

/**
 * The evidence an incoming object belongs to, or undefined for any other key. A form that was sent without a file
 * leaves an object without a name, which has to come to an end like any other.
 */
export const fromIncomingKey = (key: string) => {
  const [, tipId, evidenceId, name] =
    /^incoming\/((?:tip|obj)_[0-9a-z]+)\/(evd_[0-9a-z]+)\/(.*)$/s.exec(key) ?? []
  return tipId && evidenceId && name !== undefined
    ? { tipId: TipId.parse(tipId), evidenceId: EvidenceId.parse(evidenceId), name }
    : undefined
}

/** The evidence a sealed object is, or undefined for any other key. */
export const fromSealedKey = (key: string): Ids | undefined => {
  const [, tipId, evidenceId] = /^evidence\/((?:tip|obj)_[0-9a-z]+)\/(evd_[0-9a-z]+)$/.exec(key) ?? []
  return tipId && evidenceId
    ? { tipId: TipId.parse(tipId), evidenceId: EvidenceId.parse(evidenceId) }
    : undefined
}
