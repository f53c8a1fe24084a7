import { holderOf } from "@/lib/kernel/context"
import { invalid } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { newIdentity } from "@/lib/reporter"
import { contentHashOf, findTip, isSameContent } from "@/lib/tip"
import { HolderReport, type Reported, sentAs } from "./submit-report"

type Previewed = Pick<Reported, "status" | "tipId" | "targets"> & { readonly contentHash: string }

/**
 * What would become of a report, which is not stored.
 * @throws {DomainError} as `submitReport`
 */
export const previewReport = verb(
  { name: "tip.previewReport", by: ["right-holder"], input: HolderReport },
  async (ctx, report): Promise<Previewed> => {
    const { holderId } = holderOf(ctx, "tips:write")
    const { tipId } = newIdentity("right-holder", holderId, report.reference)
    const sent = sentAs(holderId, report)
    const stored = await findTip(tipId)
    if (stored && !isSameContent(stored, sent)) throw invalid(["reference"], "reference-reused")
    const { targets } = report
    return { status: stored ? "exists" : "created", tipId, targets, contentHash: contentHashOf(sent) }
  },
)
