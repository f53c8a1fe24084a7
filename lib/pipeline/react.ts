import { openCase } from "@/lib/case"
import { countEvidence } from "@/lib/evidence"
import { deliverReferral } from "@/lib/referral"
import { noteNews } from "@/lib/reporter"
import { countMeasure } from "@/lib/statistics"
import { consumer, type Reaction } from "./stream"

const count: Reaction = (ctx, { file, subject, seq, hash }) =>
  countMeasure(ctx, { caseId: file, measureId: subject, recorded: { seq, hash } })

const countFiles: Reaction = (ctx, { file }) => countEvidence(ctx, { tipId: file })
const news: Reaction = (ctx, { subject, at }) => noteNews(ctx, { tipId: subject, at })

/** What follows inside the portal from what was done in it. */
export const handler = consumer("react", {
  "tip.accepted": async (ctx, event) => {
    await openCase(ctx, { tipId: event.subject, campaign: event.data.campaign })
    await news(ctx, event)
  },
  "tip.asked": news,
  "tip.declined": news,
  "tip.marked-duplicate": news,
  "tip.reopened": news,
  "referral.approved": (ctx, { file, subject }) =>
    deliverReferral(ctx, { caseId: file, referralId: subject }),
  "evidence.verified": countFiles,
  "evidence.rejected": countFiles,
  "measure.recorded": count,
  "measure.reversed": count,
})
