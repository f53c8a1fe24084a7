import type { z } from "zod"
import { nextOf, seenAs } from "@/lib/audit"
import { type Context, personOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { TipId } from "@/lib/kernel/id"
import { getTipRecord } from "./find"
import { after, type TipAct } from "./lifecycle"

/** A tip as a person saw it. */
export const Seen = seenAs({ tipId: TipId })
type Seen = z.infer<typeof Seen>

/**
 * A tip on which a person means to act, and the status that the act leads to.
 * @throws {DomainError} not-found; conflict `tip-status`, or with the rival when the tip has moved on
 */
export const getSeenTip = async ({ tipId, version: seen }: Seen, act: TipAct) => {
  const tip = await getTipRecord(tipId)
  const status = await nextOf(
    { file: tipId, version: tip.version, seen },
    after(tip.status, act),
    "tip-status",
  )
  return { tip, status }
}

/**
 * A tip that the person holds and may do `act` to, and the status it leads to. Not a verb: the verb that asks has
 * authorised the person.
 * @throws {DomainError} conflict `tip-status`, `tip-not-yours`, or with the last change when the tip has moved on
 */
export const getClaimedTip = async (ctx: Context, seen: Seen, act: TipAct) => {
  const { tip, status } = await getSeenTip(seen, act)
  if (tip.claim?.id !== personOf(ctx).id) throw new DomainError("conflict", { reason: "tip-not-yours" })
  return { tip, status }
}
