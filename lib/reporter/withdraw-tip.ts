import { z } from "zod"
import { reporterTipId } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { after, changeLatestTip, type Tip } from "@/lib/tip"

/**
 * Takes one's own report back while nobody has decided on it. The staff reads it no further; its contact is erased by a
 * reaction. Withdrawn again, it changes nothing.
 * @throws {DomainError} conflict `withdrawal-too-late`, when it was accepted, declined or found to be a duplicate
 */
export const withdrawTip = verb(
  { name: "tip.withdraw", by: ["reporter"], input: z.object({}) },
  async (ctx): Promise<Pick<Tip, "status">> => {
    await changeLatestTip(ctx, reporterTipId(ctx), (tip) => {
      if (tip.status === "withdrawn") return undefined
      const status = after(tip.status, "withdraw")
      if (!status) throw new DomainError("conflict", { reason: "withdrawal-too-late" })
      return { patch: { status, claim: null, question: null }, event: { type: "tip.withdrawn" } }
    })
    return { status: "withdrawn" }
  },
)
