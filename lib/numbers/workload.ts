import { dayInBeijing } from "@/lib/kernel/day"
import type { Category, TipRow, TipStatus } from "@/lib/tip"

/** What of a tip the numbers are made of. */
export type Counted = Pick<TipRow, "category" | "status" | "receivedAt" | "reviewedAt" | "decidedAt">

/** Days in Beijing, both included. */
export type Period = { readonly from: string; readonly until: string }

/** Hours from arrival; of those tips of which they are known. */
export type Durations = {
  readonly count: number
  readonly median?: number
  /** Nine of ten took no longer. */
  readonly p90?: number
}

export type DayLine = {
  readonly day: string
  readonly received: number
  readonly decided: number
  /** Undecided at the end of the day, whenever they came. */
  readonly open: number
}

type Share = { readonly accepted: number; readonly declined: number; readonly duplicate: number }

export type CategoryLine = {
  readonly category: Category
  readonly received: number
  readonly open: number
  readonly toReview: Durations
  readonly toDecision: Durations
  readonly outcomes: Share
}

export type Workload = {
  readonly days: readonly DayLine[]
  readonly all: Omit<CategoryLine, "category">
  readonly categories: readonly CategoryLine[]
}

const hourMs = 3_600_000

/** The nearest rank: a value that was really taken. @param share 0.5 for the median */
export const quantile = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]

const durationsOf = (hours: readonly number[]): Durations => {
  const sorted = hours.toSorted((a, b) => a - b)
  return { count: sorted.length, median: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) }
}

const hoursTo = (tips: readonly Counted[], end: "reviewedAt" | "decidedAt"): Durations =>
  durationsOf(
    tips.flatMap((tip) => {
      const at = tip[end]
      return at === undefined ? [] : [(Date.parse(at) - Date.parse(tip.receivedAt)) / hourMs]
    }),
  )

const isOpen = (status: TipStatus) =>
  status === "received" || status === "screening" || status === "awaiting-reporter"

const countOf = (tips: readonly Counted[], status: TipStatus) =>
  tips.filter((tip) => tip.status === status).length

const lineOf = (tips: readonly Counted[]): Omit<CategoryLine, "category"> => ({
  received: tips.length,
  open: tips.filter(({ status }) => isOpen(status)).length,
  toReview: hoursTo(tips, "reviewedAt"),
  toDecision: hoursTo(tips, "decidedAt"),
  outcomes: {
    accepted: countOf(tips, "accepted"),
    declined: countOf(tips, "declined"),
    duplicate: countOf(tips, "duplicate"),
  },
})

/** Every day of a period, in their order. */
export const daysOf = ({ from, until }: Period): string[] => {
  const days: string[] = []
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${until}T00:00:00Z`); at += 24 * hourMs)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

const perDay = (moments: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const at of moments) {
    const day = dayInBeijing(at)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return counts
}

/**
 * The desk's numbers, of the tips as they stand. Everything but the days is told of the tips that came in the period,
 * whenever they were reviewed or decided; one that was reopened is undecided again.
 * @param tips those that came in the period, and every other that was undecided at its beginning
 */
export const workloadOf = (tips: readonly Counted[], period: Period): Workload => {
  const days = daysOf(period)
  const came = tips.filter(({ receivedAt }) => {
    const day = dayInBeijing(receivedAt)
    return day >= period.from && day <= period.until
  })
  const ended = tips.filter(({ status }) => !isOpen(status))
  const received = perDay(tips.map(({ receivedAt }) => receivedAt))
  const decided = perDay(ended.flatMap(({ decidedAt }) => decidedAt ?? []))
  const before = (counts: ReadonlyMap<string, number>) =>
    [...counts].reduce((sum, [day, count]) => (day < period.from ? sum + count : sum), 0)
  // One whose end has no day was withdrawn, or decided before days were kept: it is undecided on no day.
  const dayless = perDay(
    ended.filter(({ decidedAt }) => decidedAt === undefined).map(({ receivedAt }) => receivedAt),
  )
  let open = before(received) - before(decided) - before(dayless)
  const lines = days.map((day): DayLine => {
    const line = { day, received: received.get(day) ?? 0, decided: decided.get(day) ?? 0 }
    open += line.received - line.decided - (dayless.get(day) ?? 0)
    return { ...line, open }
  })
  const categories = [...Map.groupBy(came, ({ category }) => category)]
    .map(([category, those]) => ({ category, ...lineOf(those) }))
    .toSorted((a, b) => b.received - a.received || (a.category < b.category ? -1 : 1))
  return { days: lines, all: lineOf(came), categories }
}
