import { z } from "zod"
import { DomainError } from "@/lib/kernel/errors"
import { getTipSeenAt } from "./change"
import { after, type TipAct } from "./lifecycle"

/** A tip as a person saw it. */
export const Seen = z.object({ tipId: z.string(), version: z.int() })

/**
 * A tip that the person holds and may do `act` to, and the status it leads to. Not a verb: the verb that asks has
 * authorised the person.
 * @throws {DomainError} conflict `tip-status`, `tip-not-yours`, or with the last change when the tip has moved on
 */
export const getClaimedTip = async (personId: string, seen: z.infer<typeof Seen>, act: TipAct) => {
  const tip = await getTipSeenAt(seen.tipId, seen.version)
  const status = after(tip.status, act)
  if (!status) throw new DomainError("conflict", { reason: "tip-status" })
  if (tip.claim?.id !== personId) throw new DomainError("conflict", { reason: "tip-not-yours" })
  return { tip, status }
}
