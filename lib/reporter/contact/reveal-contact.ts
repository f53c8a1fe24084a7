import { z } from "zod"
import { TipId } from "@/lib/kernel/id"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { changeTip, getTipRecord } from "@/lib/tip"
import { decryptContact, isOverdue } from "./contact"
import { ContactEntity } from "./contact.entity"

/**
 * How to reach the reporter. The look is recorded.
 * @returns undefined when none was left, or when it was erased
 */
export const revealContact = verb(
  {
    name: "tip.revealContact",
    by: ["moderator"],
    input: z.object({ tipId: TipId, reason: Written({ min: 5, max: 500 }) }),
  },
  async (ctx, { tipId, reason }): Promise<string | undefined> => {
    const tip = await getTipRecord(tipId)
    await changeTip(ctx, tip, {}, { type: "tip.contact-revealed", data: { reason } })
    const { data } = await ContactEntity.get({ tipId }).go()
    if (!data || isOverdue(data, ctx.now)) return undefined
    return decryptContact(tipId, data.sealed)
  },
)
