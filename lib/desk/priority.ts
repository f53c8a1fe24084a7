import type { Targets, Weights } from "@/lib/settings"
import type { Category, TipRow, Urgency } from "@/lib/tip"

const reasonKinds = [
  "urgency",
  "answered",
  "focus",
  "trusted",
  "evidence",
  "reports",
  "age",
  "overdue",
] as const
export type ReasonKind = (typeof reasonKinds)[number]
type Reason = { readonly kind: ReasonKind; readonly points: number }
export type Priority = { readonly points: number; readonly reasons: readonly Reason[] }

/** The focus of campaigns that a category of works belongs to, in the words of the fact sheet. */
const focusOf: Readonly<Record<Category, readonly string[]>> = {
  "film-tv": [
    "films-tv",
    "theatrical-films",
    "audiovisual",
    "online-video",
    "short-video",
    "streaming",
    "animation",
    "private-cinemas",
  ],
  music: ["audiovisual", "short-video"],
  literature: ["audiobooks", "knowledge-sharing"],
  press: ["press", "online-news", "online-reposting", "media-convergence"],
  games: ["animation-games"],
  software: ["software", "browsers", "cloud-storage"],
  apps: ["apps", "streaming-devices"],
  "e-commerce": ["e-commerce", "online-sales"],
  "live-sport": ["sports-events", "live-streaming"],
  education: ["online-education", "knowledge-sharing"],
  other: [],
}

export type Pressing = Pick<
  TipRow,
  "category" | "receivedAt" | "evidenceCount" | "urgency" | "answeredAt" | "holderId"
>

export type Surroundings = {
  readonly now: string
  readonly targets: Pick<Targets, "firstReviewHours" | "weights">
  /** Of the campaigns that run. */
  readonly focus: readonly string[]
  /** How many reports the open cases of its site have. */
  readonly reports?: number
}

const urgencyPoints = (weights: Weights, urgency: Urgency | undefined) => (urgency ? weights[urgency] : 0)

const reportPoints = (weights: Weights, reports: number) =>
  Math.min(weights["reports-max"], Math.round(weights.reports * Math.log2(1 + reports)))

/** How pressing a tip is, with the reasons in the order of their weight. */
export const priorityOf = (tip: Pressing, { now, targets, focus, reports = 0 }: Surroundings): Priority => {
  const { firstReviewHours, weights } = targets
  const hours = Math.max(0, (Date.parse(now) - Date.parse(tip.receivedAt)) / 3_600_000)
  const points: Readonly<Record<ReasonKind, number>> = {
    urgency: urgencyPoints(weights, tip.urgency),
    answered: tip.answeredAt ? weights.answered : 0,
    focus: focusOf[tip.category].some((one) => focus.includes(one)) ? weights.focus : 0,
    trusted: tip.holderId ? weights.trusted : 0,
    evidence: tip.evidenceCount > 0 ? weights.evidence : 0,
    reports: reportPoints(weights, reports),
    age: Math.round(weights.age * Math.min(1, hours / firstReviewHours)),
    overdue: hours > firstReviewHours ? weights.overdue : 0,
  }
  const reasons = reasonKinds
    .map((kind) => ({ kind, points: points[kind] }))
    .filter((reason) => reason.points > 0)
    .toSorted((a, b) => b.points - a.points)
  return { points: reasons.reduce((sum, reason) => sum + reason.points, 0), reasons }
}
