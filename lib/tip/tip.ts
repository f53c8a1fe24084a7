import { z } from "zod"
import type { PersonRef } from "@/lib/kernel/actor"
import type { Bilingual } from "@/lib/kernel/bilingual"
import type { BatchId, CaseId, HolderId, TipId } from "@/lib/kernel/id"
import { breaks } from "@/lib/kernel/parse"
import { clipped, Written } from "@/lib/kernel/text"
import { readTargets, type Target } from "@/lib/target"
import { answerDueAt, type OpenQuestion } from "./talk/message"

export const categories = [
  "film-tv",
  "music",
  "literature",
  "press",
  "games",
  "software",
  "apps",
  "e-commerce",
  "live-sport",
  "education",
  "other",
] as const
export type Category = (typeof categories)[number]

export const tipStatuses = [
  "received",
  "screening",
  "awaiting-reporter",
  "accepted",
  "declined",
  "duplicate",
  "withdrawn",
] as const
export type TipStatus = (typeof tipStatuses)[number]

/** How the site earns its money, as far as a visitor can see. */
export const earnings = ["ads", "subscription", "sales", "unknown"] as const
export type Earning = (typeof earnings)[number]

/** What makes a tip more pressing than others. */
export const urgencies = ["first-release", "live-now", "children", "exam-material"] as const
export type Urgency = (typeof urgencies)[number]

/** How long a claim binds others; it is renewed while its holder is at work (product.md: a lease). */
export const leaseMinutes = 10
export const targetsMax = 10
/** Entries in which targets may be written: a text that an app shares has more lines than addresses. */
export const targetEntriesMax = 50
export const descriptionMin = 10
export const descriptionMax = 5_000

const TypedTarget = z.string().trim().min(1).max(2_000)

/** What people paste, an entry or a line each. */
export const TypedTargets = z.array(TypedTarget).min(1).max(targetEntriesMax)

/** What is wrong with what was pasted, told of the entry in which it stands. */
export const checkTargets = (entries: readonly string[], refinement: z.RefinementCtx): Target[] => {
  const readings = readTargets(entries)
  for (const [at] of entries.entries())
    if (!readings.some((reading) => reading.entries.includes(at))) breaks(refinement, "required", [at])
  if (readings.length > targetsMax)
    refinement.addIssue({
      code: "too_big",
      origin: "array",
      maximum: targetsMax,
      inclusive: true,
      input: entries,
      message: "too many",
    })
  return readings.flatMap((reading) => {
    if ("target" in reading) return [reading.target]
    breaks(refinement, reading.rule, [reading.at])
    return []
  })
}

/** What a citizen sends. */
export const TipContent = z.strictObject({
  category: z.enum(categories),
  targets: TypedTargets.transform(checkTargets),
  work: z.string().trim().max(300).optional(),
  rightHolder: z.string().trim().max(200).optional(),
  paysBy: z.enum(earnings).optional(),
  urgency: z.enum(urgencies).optional(),
  description: Written({ min: descriptionMin, max: descriptionMax }),
  contact: z.string().trim().min(3).max(200).optional(),
  locale: z.enum(["zh", "en"]).default("zh"),
})
export type TipContent = z.infer<typeof TipContent>

/** What a list of tips shows of each. */
export type TipRow = {
  readonly tipId: TipId
  readonly status: TipStatus
  readonly category: Category
  readonly site: string
  readonly target: string
  readonly targetCount: number
  readonly work?: string
  readonly evidenceCount: number
  readonly receivedAt: string
  readonly claimedBy?: string
  readonly claimedById?: string
  readonly leaseUntil?: string
  readonly answeredAt?: string
  /** Absent also from rows that were written before the queue knew it. */
  readonly urgency?: Urgency
  /** The right holder who sent it. */
  readonly holderId?: HolderId
  readonly demo?: boolean
  readonly reviewedAt?: string
  readonly decidedAt?: string
  /** The id of the person whom the tip is not for. */
  readonly notFor?: string
  readonly labels?: readonly string[]
  readonly locale?: Tip["locale"]
  readonly contentHash?: string
  /** The campaign that it was accepted for. */
  readonly campaign?: string
}

/** Where a right holder's tip comes from: whose it is, and the holder's own name for it. */
export type Source = {
  readonly holderId: HolderId
  readonly reference: string
  /** The uploaded table in which it stood; absent of what came by the API. */
  readonly batch?: { readonly batchId: BatchId; readonly row: number }
}

type Declined = {
  /** The code of one of the desk's reasons (lib/settings). */
  readonly reason: string
  /** What the reason said to reporters when the tip was declined; absent of tips from before it was kept. */
  readonly text?: Bilingual
  /** For colleagues. */
  readonly note?: string
  /** What the reporter reads instead of the reason's own words, in the language of the tip. */
  readonly wording?: string
}

export type Claim = { readonly id: string; readonly name: string; readonly until: string }

/** Why a tip is for somebody else than a person: who had it wants another's view, or its reporter objects to a decision. */
type Another = {
  readonly than: PersonRef
  readonly why: "escalated" | "appealed"
  readonly at: string
}

export const labelsMax = 10

export type Tip = Omit<TipContent, "contact"> & {
  readonly tipId: TipId
  readonly status: TipStatus
  readonly sites: readonly string[]
  readonly receivedAt: string
  readonly evidenceCount: number
  readonly hasContact: boolean
  /** SHA-256 of what was sent; the signed statement carries it. */
  readonly contentHash: string
  readonly claim?: Claim
  readonly declined?: Declined
  /** The campaign that it was accepted for; absent of tips that were accepted before it was kept. */
  readonly acceptedFor?: string
  /** Asked of the reporter and not answered yet. */
  readonly question?: OpenQuestion
  /** When the last question was answered. */
  readonly answeredAt?: string
  /** The tip or the case that was there before. */
  readonly duplicateOf?: TipId | CaseId
  readonly caseId?: CaseId
  /** When somebody first took it up; absent of tips that were taken up before it was kept. */
  readonly reviewedAt?: string
  /** When and by whom the decision that stands was taken. */
  readonly decidedAt?: string
  readonly decidedBy?: PersonRef
  /** Whom it is not for. */
  readonly another?: Another
  /** When its reporter objected to a decision, which can be done once. */
  readonly appealedAt?: string
  /** Codes of labels (lib/settings). */
  readonly labels?: readonly string[]
  /** Absent of a tip that a citizen sent. */
  readonly source?: Source
  /** Of the demo seed: counts in no real campaign. */
  readonly demo?: boolean
  /** The portal's own, to see whether reports arrive: in no queue, and deleted after a day (epoch seconds). */
  readonly canary?: boolean
  readonly expiresAt?: number
  readonly version: number
  readonly head: string
}

/** A claim binds others only until its lease ends. */
export const claimHolds = (tip: Pick<Tip, "claim">, now: string) =>
  tip.claim !== undefined && tip.claim.until > now

/** While its reporter still has time to answer, nobody takes the tip up. */
export const awaitsAnswer = ({ status, question }: Pick<Tip, "status" | "question">, now: string) =>
  status === "awaiting-reporter" && question !== undefined && answerDueAt(question) > now

export const rowOf = (tip: Tip): TipRow => ({
  tipId: tip.tipId,
  status: tip.status,
  category: tip.category,
  site: tip.sites[0] ?? "",
  target: clipped(tip.targets[0]?.text ?? "", 120),
  targetCount: tip.targets.length,
  work: tip.work && clipped(tip.work, 80),
  evidenceCount: tip.evidenceCount,
  receivedAt: tip.receivedAt,
  claimedBy: tip.claim?.name,
  claimedById: tip.claim?.id,
  leaseUntil: tip.claim?.until,
  answeredAt: tip.answeredAt,
  urgency: tip.urgency,
  holderId: tip.source?.holderId,
  demo: tip.demo,
  reviewedAt: tip.reviewedAt,
  decidedAt: tip.decidedAt,
  notFor: tip.another?.than.id,
  labels: tip.labels,
  locale: tip.locale,
  contentHash: tip.contentHash,
  campaign: tip.acceptedFor,
})
