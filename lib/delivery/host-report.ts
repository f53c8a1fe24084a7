import { z } from "zod"
import type { Change } from "@/lib/audit"
import type { ReferralId } from "@/lib/kernel/id"
import { breaks } from "@/lib/kernel/parse"
import { deliveryChange } from "./change"
import type { Delivery } from "./delivery"
import { DeliveryEntity } from "./delivery.entity"
import { XarfReport } from "./xarf"

/** How far a host has come with one report. */
export const reportStates = ["queued", "processing", "completed"] as const

/** What came of it. */
export const reportReasons = [
  "actioned",
  "content-down",
  "no-action",
  "not-hosted",
  "more-information",
] as const

/**
 * What a host says of one report. States and reasons are those of AWS's Abuse Signal API (APIReference,
 * GetAbuseReportStatus, read in November 2026): ACTIONED, CONTENT_DOWN_OR_INACCESSIBLE, REVIEWED_NO_AWS_ACTION,
 * NOT_RESOLVABLE_TO_AWS, NEED_MORE_INFORMATION.
 */
export const reportAnswer = {
  reportId: z.uuid(),
  state: z.enum(reportStates),
  reason: z.enum(reportReasons).optional(),
}
export type ReportAnswer = z.infer<z.ZodObject<typeof reportAnswer>>

/** A reason belongs to what is completed, and to nothing else. */
export const checkAnswer = ({ state, reason }: ReportAnswer, refinement: z.RefinementCtx) => {
  if (state === "completed" && !reason) breaks(refinement, "required", ["reason"])
  if (state !== "completed" && reason) breaks(refinement, "reason-too-early", ["reason"])
}

/** What a host said last. */
export type Answered = Pick<ReportAnswer, "state" | "reason"> & { readonly at: string }

/** The report that a delivery carries; undefined where it tells an authority of a referral. */
export const reportIn = ({ body }: Pick<Delivery, "body">): { reportId: string; url: string } | undefined => {
  const { data } = XarfReport.safeParse(JSON.parse(body))
  return data && { reportId: data.report_id, url: data.infringing_url }
}

/** The delivery by which a host was told of an address. */
export const findReport = async (referralId: ReferralId, reportId: string): Promise<Delivery | undefined> => {
  const { data } = await DeliveryEntity.query.referral({ referralId }).go({ pages: "all", consistent: true })
  // A UUID is the same in capitals (RFC 9562).
  return data.find((delivery) => reportIn(delivery)?.reportId === reportId.toLowerCase())
}

/** What a host said of a report, as one part of a commit. */
export const reportAnswered = (
  delivery: Delivery,
  { reportId, state, reason }: ReportAnswer,
  at: string,
): Change =>
  deliveryChange(
    delivery,
    { answered: { state, ...(reason ? { reason } : {}), at } },
    { type: "delivery.answered", data: { reportId, state, ...(reason ? { reason } : {}) } },
  )
