import { z } from "zod"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { changeLatestTip } from "@/lib/tip"
import { isFile, isOfTip } from "./evidence"
import { evidenceOf } from "./record"

/**
 * Counts the files of a tip anew once one has come: nobody knows before whether the upload slot of a form without JavaScript
 * will be used. Done twice, the second changes nothing.
 */
export const countEvidence = verb(
  { name: "tip.countEvidence", by: ["system"], input: z.object({ tipId: TipId }) },
  async (ctx, { tipId }): Promise<void> => {
    // An objection has no count of its files.
    if (!isOfTip(tipId)) return
    await changeLatestTip(ctx, tipId, async (tip) => {
      const evidenceCount = (await evidenceOf(tipId)).filter(isFile).length
      if (tip.evidenceCount === evidenceCount) return undefined
      return { patch: { evidenceCount }, event: { type: "tip.evidence-counted", data: { evidenceCount } } }
    })
  },
)
