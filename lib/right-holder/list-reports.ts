import { z } from "zod"
import type { Bilingual } from "@/lib/kernel/bilingual"
import { holderOf } from "@/lib/kernel/context"
import type { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { declinedOf, newIdentity, numberOf } from "@/lib/reporter"
import { cursorOf, type Page, pageOf, pageSize } from "@/lib/store/page"
import { findTip, type Tip, type TipStatus, tipStatuses, tipsOfHolder } from "@/lib/tip"

export const reportsPerPageMax = 250

/** What a right holder may know of an own report: as much as any reporter, and no more. */
export type ReportRow = {
  readonly tipId: TipId
  readonly reference: string
  readonly number: string
  readonly status: TipStatus
  readonly receivedAt: string
  readonly sites: readonly string[]
  /** As the holder wrote them. */
  readonly targets: readonly string[]
  readonly declined?: string
  /** What the reason says, and what the moderator wrote instead. */
  readonly declinedText?: Bilingual
  readonly wording?: string
}

/** One page of one's own reports of a status, oldest first. */
export const listReports = verb(
  {
    name: "tip.listReports",
    by: ["right-holder"],
    input: z.object({
      status: z.enum(tipStatuses).default("received"),
      cursor: cursorOf("tip").optional(),
      rowsMax: z.int().min(1).max(reportsPerPageMax).default(pageSize),
    }),
  },
  async (ctx, { status, cursor, rowsMax }): Promise<Page<ReportRow>> => {
    const { holderId } = holderOf(ctx, "tips:read")
    const tips = await tipsOfHolder({ holderId, status, cursor }, rowsMax + 1)
    return pageOf(
      await Promise.all(tips.map(rowOf)),
      ({ receivedAt, tipId }) => ({ at: receivedAt, id: tipId }),
      rowsMax,
    )
  },
)

/** One's own report by one's own name for it; undefined where there is none. */
export const findReport = verb(
  {
    name: "tip.findReport",
    by: ["right-holder"],
    input: z.object({ reference: z.string().trim().min(1).max(100) }),
  },
  async (ctx, { reference }): Promise<ReportRow | undefined> => {
    const { holderId } = holderOf(ctx, "tips:read")
    const tip = await findTip(newIdentity("right-holder", holderId, reference).tipId)
    return tip && rowOf(tip)
  },
)

const rowOf = async (tip: Tip): Promise<ReportRow> => {
  const { tipId, source, status, receivedAt, sites, targets } = tip
  return {
    tipId,
    reference: source?.reference ?? "",
    number: numberOf(tipId),
    status,
    receivedAt,
    sites,
    targets: [...new Set(targets.map(({ typed, text }) => typed ?? text))],
    ...(await declinedOf(tip)),
  }
}
