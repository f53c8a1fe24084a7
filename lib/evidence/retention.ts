import type { Retention } from "@/lib/settings"
import { appealDays, type Tip } from "@/lib/tip"

export type Matter = "received" | "case" | "ended"

export const matterOf = ({ caseId, status }: Pick<Tip, "caseId" | "status">): Matter => {
  // What tells again what is in a case is evidence in it.
  if (caseId || status === "duplicate") return "case"
  return status === "declined" || status === "withdrawn" ? "ended" : "received"
}

/**
 * Until when an original is locked: by what became of its tip. What was refused or withdrawn is kept as long as its
 * reporter may object.
 * @param at when it was sealed, or when its tip came to this
 */
export const lockedUntil = (
  matter: Matter,
  at: string,
  { receivedDays, caseYears }: Pick<Retention, "receivedDays" | "caseYears">,
): Date => {
  const until = new Date(at)
  if (matter === "case") until.setUTCFullYear(until.getUTCFullYear() + caseYears)
  else until.setUTCDate(until.getUTCDate() + (matter === "received" ? receivedDays : appealDays))
  return until
}
