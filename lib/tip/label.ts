import { z } from "zod"
import { requireSeen } from "@/lib/audit"
import { personOf } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { entryOf, settingsNow } from "@/lib/settings"
import { changeTip } from "./change"
import { Seen } from "./claimed"
import { getTipRecord } from "./find"
import { claimHolds, labelsMax, type Tip } from "./tip"

/**
 * Marks a tip, in whatever status, with these labels and no others.
 * @throws {DomainError} invalid `not-an-option` for a label that is not the desk's
 * @throws {DomainError} conflict `tip-claimed` while a colleague is at work on it; conflict with the last change
 */
export const labelTip = verb(
  {
    name: "tip.label",
    by: ["moderator"],
    input: Seen.extend({ labels: z.array(z.string().max(60)).max(labelsMax) }),
  },
  async (ctx, { tipId, version, labels }): Promise<Tip> => {
    const tip = await getTipRecord(tipId)
    await requireSeen({ file: tipId, version: tip.version, seen: version })
    if (tip.claim && tip.claim.id !== personOf(ctx).id && claimHolds(tip, ctx.now))
      throw new DomainError("conflict", { reason: "tip-claimed" })
    const { entries } = await settingsNow()
    const chosen = [...new Set(labels)].toSorted()
    if (chosen.some((code) => !entryOf(entries, "label", code))) throw invalid(["labels"], "not-an-option")
    return changeTip(
      ctx,
      tip,
      { labels: chosen.length > 0 ? chosen : null },
      { type: "tip.labelled", data: { labels: chosen } },
    )
  },
)
