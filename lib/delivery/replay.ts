import { z } from "zod"
import { commit } from "@/lib/audit"
import { DomainError } from "@/lib/kernel/errors"
import { DeliveryId, ReferralId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { deliveryChange } from "./change"
import { getDeliveryRecord } from "./find"

/**
 * Tells an authority's system once more, under the same id, so that one that has taken it knows it again. Its three
 * days begin anew.
 * @throws {DomainError} not-found; conflict `delivery-due` for one that is still being tried; conflict
 */
export const replayDelivery = verb(
  {
    name: "delivery.replay",
    by: ["case-officer", "administrator"],
    input: z.object({ referralId: ReferralId, deliveryId: DeliveryId }),
  },
  async (ctx, { referralId, deliveryId }): Promise<void> => {
    const found = await getDeliveryRecord(referralId, deliveryId)
    if (found.state === "due") throw new DomainError("conflict", { reason: "delivery-due" })
    const patch = { state: "due", since: ctx.now, dueAt: ctx.now, tries: 0 } as const
    await commit(ctx, deliveryChange(found, patch, { type: "delivery.replayed" }))
  },
)
