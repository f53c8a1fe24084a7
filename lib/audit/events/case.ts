import { z } from "zod"
import { AuthorityId, CaseId, ReferralId, TipId } from "@/lib/kernel/id"
import { event } from "./event-schema"

const referred = { referralId: ReferralId, authorityId: AuthorityId }
/** `quantity` in the metric's unit. */
const counted = { campaign: z.string(), metric: z.string(), quantity: z.number() }

const TipIds = z.array(TipId).readonly()
const Sites = z.array(z.string()).readonly()

/** Of a case, its referrals and its measures. */
export const caseEvents = () =>
  [
    event("case.opened", {
      tipId: TipId,
      campaign: z.string(),
      sites: z.array(z.string()).readonly(),
    }),
    event("case.tip-joined", { tipId: TipId }),
    event("case.tip-left", { tipId: TipId }),
    event("case.tips-moved", { tipIds: TipIds, to: CaseId, reason: z.string() }),
    event("case.tips-taken", { tipIds: TipIds, from: CaseId, reason: z.string() }),
    event("case.split-off", { from: CaseId, tipIds: TipIds, sites: Sites, reason: z.string() }),
    event("case.opened-by-hand", { campaign: z.string(), sites: Sites, reason: z.string() }),
    event("case.merged", {
      into: CaseId,
      reason: z.string(),
      /** That no tip names; absent of merges before they were noted. */
      sites: Sites.optional(),
    }),
    event("case.merge-undone", { from: CaseId, reason: z.string() }),
    event("case.referred", referred),
    event("case.referral-drafted", referred),
    event("case.action-started", referred),
    event("case.estimated", { gain: z.number().optional(), works: z.number().optional() }),
    event("case.closing-proposed", {
      outcome: z.string(),
      note: z.string().optional(),
      /** That it puts on the confirmed list. */
      sites: z.array(z.string()).readonly().optional(),
    }),
    event("case.closed", { outcome: z.string() }),
    event("case.reopened", { reason: z.string() }),

    event("referral.drafted", {
      authorityId: AuthorityId,
      reason: z.string(),
      /** Of a joint referral: all its authorities, the one in the lead first. */
      with: z.array(AuthorityId).readonly().optional(),
    }),
    event("referral.edited", { reason: z.string() }),
    event("referral.approved", {
      ...referred,
      /** What the second person found of hosts that others share, or domains known as good, and why it is referred. */
      collateral: z
        .object({
          reason: z.string(),
          found: z.array(z.object({ site: z.string(), kind: z.string(), name: z.string() })).readonly(),
        })
        .optional(),
    }),
    event("referral.delivered", { dueAt: z.string() }),
    event("referral.overdue", { dueAt: z.string() }),
    event("referral.acknowledged", {}),
    event("referral.accepted", {}),
    event("referral.returned", { reason: z.string() }),
    event("referral.reported", {}),
    event("referral.withdrawn", { reason: z.string() }),

    event("package.queued", { referralId: ReferralId, cutAt: z.string() }),
    event("package.built", {
      sizeBytes: z.int(),
      sha256: z.string(),
      timestamp: z.object({ at: z.string(), authority: z.string() }).optional(),
    }),
    event("package.failed", { tries: z.int() }),
    event("package.opened", {}),

    event("delivery.queued", { ...referred, type: z.string() }),
    event("delivery.done", { attempt: z.int(), status: z.int() }),
    event("delivery.parked", { attempt: z.int(), because: z.string() }),
    event("delivery.replayed", {}),
    event("delivery.answered", { reportId: z.string(), state: z.string(), reason: z.string().optional() }),

    event("import.begun", { fileName: z.string(), rows: z.int() }),
    event("import.done", { recorded: z.int(), exists: z.int(), refused: z.int() }),
    event("import.stopped", { why: z.string() }),
    event("measure.recorded", {
      ...counted,
      category: z.string().optional(),
      site: z.string().optional(),
      document: z.string().optional(),
      noDocument: z.string().optional(),
      lateReason: z.string().optional(),
    }),
    event("measure.confirmed", { quantity: z.number() }),
    event("measure.refused", { reason: z.string() }),
    event("measure.reversed", { ...counted, reverses: z.string() }),
    event("measure.counted", counted),

    event("objection.received", { site: z.string(), textHash: z.string() }),
    event("objection.file-announced", { evidence: z.string() }),
    event("objection.answered", { answer: z.string() }),
    /** `reversed`: the measures that its being right took back. */
    event("objection.decided", {
      outcome: z.enum(["uphold", "reject"]),
      wording: z.string(),
      reversed: z.array(z.string()).readonly(),
    }),

    event("reward.claimed", { caseId: z.string(), sites: z.array(z.string()).readonly() }),
    event("reward.proposed", { class: z.string().optional(), amount: z.number(), wording: z.string() }),
    event("reward.awarded", { class: z.string(), amount: z.number() }),
    event("reward.refused", {}),
    event("reward.paid", { payment: z.string() }),

    event("site.listed", { site: z.string(), campaign: z.string() }),
    event("site.removed", {
      site: z.string(),
      campaign: z.string(),
      /** An objection was right; absent where its case was opened again. */
      isOverturned: z.boolean().optional(),
    }),
  ] as const
