import { z } from "zod"
import { personOf } from "@/lib/kernel/context"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { put, transact } from "@/lib/store/transact"
import { PresenceEntity } from "./presence.entity"

/** Whoever was not heard of for so long looks at something else. */
const presentMs = 60_000
const keptSeconds = 300

/**
 * Says that one looks at a tip, which no record keeps, and asks who else does.
 * @returns the others' names, in their order
 */
export const lookAtTip = verb(
  {
    name: "desk.lookAtTip",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ tipId: TipId }),
  },
  async (ctx, { tipId }): Promise<string[]> => {
    const { id: personId, name } = personOf(ctx)
    const expiresAt = Math.floor(Date.parse(ctx.now) / 1_000) + keptSeconds
    await transact([put(PresenceEntity.put({ tipId, personId, name, seenAt: ctx.now, expiresAt }))])
    const { data } = await PresenceEntity.query.tip({ tipId }).go({ consistent: true })
    const since = new Date(Date.parse(ctx.now) - presentMs).toISOString()
    return data
      .filter((one) => one.personId !== personId && one.seenAt >= since)
      .map((one) => one.name)
      .toSorted()
  },
)
