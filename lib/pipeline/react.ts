import { orderBatch } from "@/lib/batch"
import { caseTipsOf, openCase } from "@/lib/case"
import { queueDelivery } from "@/lib/delivery"
import { countEvidence, keepOriginals } from "@/lib/evidence"
import { BatchId, CaseId } from "@/lib/kernel/id"
import { queuePackage } from "@/lib/package"
import { stepOf, tellProgress } from "@/lib/progress"
import { deliverReferral } from "@/lib/referral"
import { eraseContact, noteNews } from "@/lib/reporter"
import { drawForLook } from "@/lib/second-look"
import { syncListedSites } from "@/lib/site-list"
import { countMeasure } from "@/lib/statistics"
import { ListedTip, listUnderSites } from "@/lib/tip"
import { consumer, type Reaction } from "./stream"

const count: Reaction = (ctx, { file, subject, seq, hash }) =>
  countMeasure(ctx, { caseId: file, measureId: subject, recorded: { seq, hash } })

/** Tips of which news is noted at once. */
const together = 25

const countFiles: Reaction = (ctx, { file }) => countEvidence(ctx, { tipId: file })
/** An original is kept as long as what became of its tip asks. */
const keep: Reaction = (ctx, { file, at, type }) =>
  keepOriginals(ctx, { tipId: file, at, isDecided: type === "tip.declined" || type === "tip.withdrawn" })
/** What was decided on a reward stands in the tip's file, under a subject of its own. */
const rewardNews: Reaction = (ctx, { file, at }) => noteNews(ctx, { tipId: file, at })
const news: Reaction = (ctx, { subject, at }) => noteNews(ctx, { tipId: subject, at })

/** Some decisions are looked at a second time. */
const look: Reaction = (ctx, { subject, eventId, at }) => drawForLook(ctx, { tipId: subject, eventId, at })

const decided: Reaction = async (ctx, event) => {
  await Promise.all([look(ctx, event), keep(ctx, event), news(ctx, event)])
}

/** Lets the reporters of a case read what came of it, and mails those who wished for news. */
const progress: Reaction = async (ctx, event) => {
  const step = stepOf(event)
  if (!step) return
  const caseId = CaseId.parse(event.file)
  const { eventId, at } = event
  await tellProgress(ctx, { caseId, eventId, at, step })
  const tips = await caseTipsOf(caseId)
  for (let first = 0; first < tips.length; first += together)
    await Promise.all(tips.slice(first, first + together).map(({ tipId }) => noteNews(ctx, { tipId, at })))
}

/** A case puts sites on the confirmed list while it is closed. */
const listSites: Reaction = (ctx, { file }) => syncListedSites(ctx, { caseId: file })

const tell =
  (type: "referral.delivered" | "referral.overdue" | "referral.withdrawn"): Reaction =>
  (ctx, { file, subject, eventId, at }) =>
    queueDelivery(ctx, { caseId: file, referralId: subject, eventId, at, type })

/** What follows inside the portal from what was done in it. */
export const handler = consumer("react", {
  "tip.received": (ctx, _event, item) => listUnderSites(ctx, ListedTip.parse(item)),
  "tip.accepted": async (ctx, event) => {
    const [placed] = await Promise.all([
      openCase(ctx, { tipId: event.subject, campaign: event.data.campaign, sites: event.data.sites }),
      look(ctx, event),
    ])
    // Without a contact nobody can wish for mail, which spares most tips a read.
    if (placed?.hasContact !== false) await news(ctx, event)
  },
  "tip.asked": news,
  "tip.declined": decided,
  "tip.joined-case": keep,
  "tip.marked-duplicate": decided,
  "tip.reopened": async (ctx, event) => {
    await keep(ctx, event)
    await news(ctx, event)
  },
  "tip.appealed": keep,
  "tip.withdrawn": async (ctx, event) => {
    await eraseContact(ctx, { tipId: event.subject })
    await keep(ctx, event)
  },
  "batch.confirmed": (ctx, { subject }) => orderBatch(ctx, { batchId: BatchId.parse(subject) }),
  "referral.approved": async (ctx, { file, subject, at }) => {
    await deliverReferral(ctx, { caseId: file, referralId: subject })
    await queuePackage(ctx, { caseId: file, referralId: subject, at })
  },
  "referral.delivered": tell("referral.delivered"),
  "referral.overdue": tell("referral.overdue"),
  "referral.withdrawn": tell("referral.withdrawn"),
  "reward.awarded": rewardNews,
  "reward.refused": rewardNews,
  "case.referred": progress,
  "case.closed": async (ctx, event) => {
    await listSites(ctx, event)
    await progress(ctx, event)
  },
  "case.reopened": async (ctx, event) => {
    await listSites(ctx, event)
    await progress(ctx, event)
  },
  "measure.counted": progress,
  "evidence.verified": async (ctx, event) => {
    await countFiles(ctx, event)
    await keep(ctx, event)
  },
  "evidence.rejected": countFiles,
  "measure.recorded": count,
  "measure.confirmed": count,
  "measure.reversed": count,
})
