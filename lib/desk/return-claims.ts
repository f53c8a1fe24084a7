import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { after, changeLatestTip, queues, undecidedRows } from "@/lib/tip"

/**
 * Puts everything that somebody holds back into the queue, as when they have left.
 * @returns how many tips
 */
export const returnClaims = verb(
  {
    name: "desk.returnClaims",
    by: ["administrator"],
    input: z.object({ personId: z.string().min(1).max(300) }),
  },
  async (ctx, { personId }): Promise<number> => {
    const read = await Promise.all(queues.map((queue) => undecidedRows(ctx.now, { queue, limit: 1 })))
    const held = read.flatMap(({ claimed }) => claimed.filter(({ claimedById }) => claimedById === personId))
    for (const { tipId } of held)
      await changeLatestTip(ctx, tipId, (tip) => {
        const status = after(tip.status, "release")
        // Given back, decided or taken over meanwhile.
        if (!status || tip.claim?.id !== personId) return undefined
        return { patch: { status, claim: null }, event: { type: "tip.released" } }
      })
    return held.length
  },
)
