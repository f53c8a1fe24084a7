import { appealDays, type Tip } from "@/lib/tip"

/** How long nobody may delete an original, by what became of its tip. */
export const retention = {
  /** From the seal: long enough for a decision, and for its being contested. */
  receivedDays: 180,
  /** From the day on which the tip joined its case, or was found to tell again what another one told. */
  caseYears: 3,
  /** From a refusal or a withdrawal: as long as its reporter may object. */
  appealDays,
} as const

export type Matter = "received" | "case" | "ended"

export const matterOf = ({ caseId, status }: Pick<Tip, "caseId" | "status">): Matter => {
  // What tells again what is in a case is evidence in it.
  if (caseId || status === "duplicate") return "case"
  return status === "declined" || status === "withdrawn" ? "ended" : "received"
}

/** Until when an original is locked. @param at when it was sealed, or when its tip came to this */
export const lockedUntil = (matter: Matter, at: string): Date => {
  const until = new Date(at)
  if (matter === "case") until.setUTCFullYear(until.getUTCFullYear() + retention.caseYears)
  else
    until.setUTCDate(
      until.getUTCDate() + (matter === "received" ? retention.receivedDays : retention.appealDays),
    )
  return until
}
