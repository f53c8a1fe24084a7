import { z } from "zod"
import { hasRole } from "@/lib/kernel/actor"
import { officialOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { ReferralId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { countAgainst } from "@/lib/limits"
import { getAuthorityReferral, requireInInbox } from "@/lib/referral"
import type { Update } from "./update"
import { UpdateEntity } from "./update.entity"

const overseers = ["case-officer", "auditor", "administrator"] as const

/**
 * What an authority's program has said of a referral, oldest first.
 * @throws {DomainError} not-found, to an authority also for another's referral
 */
export const listUpdates = verb(
  {
    name: "agency.listUpdates",
    by: ["agency", "agency-officer", ...overseers],
    input: z.object({ referralId: ReferralId }),
  },
  async (ctx, { referralId }): Promise<Update[]> => {
    if (ctx.actor.kind === "agency") await countAgainst("updates", ctx.actor.keyId)
    if (!overseers.some((role) => hasRole(ctx.actor, role))) {
      const { authorityId } = officialOf(ctx)
      if (!authorityId) throw new DomainError("not-found", { reason: "referral" })
      requireInInbox(ctx, await getAuthorityReferral(authorityId, referralId))
    }
    const { data } = await UpdateEntity.query.referral({ referralId }).go({ pages: "all" })
    return data
  },
)
