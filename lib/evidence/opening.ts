import { z } from "zod"
import { PersonRef } from "@/lib/kernel/actor"
import { type Scan, scanVerdicts, verdictOf } from "./scan/scan"

/** A wish to open an original that is not known to be clean, and the second person's yes. */
export const Opening = z.object({
  reason: z.string(),
  askedBy: PersonRef,
  askedAt: z.iso.datetime(),
  /** What was known of the file when the wish was spoken; the yes holds for no other. */
  verdict: z.enum(scanVerdicts),
  approvedBy: PersonRef.optional(),
  approvedAt: z.iso.datetime().optional(),
})
export type Opening = z.infer<typeof Opening>

const openHoursMax = 8

type Guarded = { readonly scan?: Scan | undefined; readonly opening?: Opening | undefined }

/** Only an original that a scanner called clean may be opened by one person alone. */
export const needsSecondPerson = (evidence: Guarded): boolean => verdictOf(evidence) !== "clean"

/** A wish lapses with the working day, and with news of the file. */
export const openingAt = ({ scan, opening }: Guarded, now: string): Opening | undefined => {
  if (!opening || opening.verdict !== verdictOf({ scan })) return undefined
  const since = Date.parse(opening.approvedAt ?? opening.askedAt)
  return Date.parse(now) - since < openHoursMax * 3_600_000 ? opening : undefined
}

/** What somebody may do about an original now. */
export type Access = "open" | "ask" | "approve" | "wait"

export const accessOf = (evidence: Guarded, personId: string, now: string): Access => {
  if (!needsSecondPerson(evidence)) return "open"
  const opening = openingAt(evidence, now)
  if (!opening) return "ask"
  const isMine = opening.askedBy.id === personId
  if (opening.approvedBy) return isMine ? "open" : "ask"
  return isMine ? "wait" : "approve"
}
