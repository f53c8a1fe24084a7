import { z } from "zod"
import type { AuditEvent } from "@/lib/audit"
import { deliverReferral, openCase } from "@/lib/enforcement"
import { countMeasure } from "@/lib/statistics"
import { countEvidence } from "@/lib/tip"
import { consumer, type Reaction } from "./stream"

const Accepted = z.object({ campaign: z.string() })

const count: Reaction = (ctx, { file, subject, seq, hash }: AuditEvent) =>
  countMeasure(ctx, { caseId: file, measureId: subject, recorded: { seq, hash } })

const countFiles: Reaction = (ctx, { file }) => countEvidence(ctx, { tipId: file })

/** What follows inside the portal from what was done in it. */
export const handler = consumer("react", {
  "tip.accepted": async (ctx, { subject, data }) => {
    await openCase(ctx, { tipId: subject, campaign: Accepted.parse(data).campaign })
  },
  "referral.approved": (ctx, { file, subject }) =>
    deliverReferral(ctx, { caseId: file, referralId: subject }),
  "evidence.verified": countFiles,
  "evidence.rejected": countFiles,
  "measure.recorded": count,
  "measure.reversed": count,
})
