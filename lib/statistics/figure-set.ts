import { type Metric, metrics, type PublishedStatus } from "@/lib/campaign"
import type { PersonRef } from "@/lib/kernel/actor"
import { canonical, sha256 } from "@/lib/kernel/crypto"
import type { Measure } from "@/lib/measure"

/** A metric's sum, with what proves later which entries it is the sum of. */
export type CountedFigure = {
  readonly metric: Metric
  readonly value: number
  /** How many entries; none where the publishers state a zero. */
  readonly entries: number
  /** Of the ids of those entries, sorted. */
  readonly entriesHash: string
}

/** All that was counted of a campaign as of a day, as its ledger stood at a moment. */
export type Counted = {
  readonly status: PublishedStatus
  /** The last day on which a measure was taken that counts. */
  readonly asOf: string
  readonly figures: readonly CountedFigure[]
  readonly draftedBy: PersonRef
  /** Entries recorded later are not in it. */
  readonly draftedAt: string
}

/** The campaign's figures as the publishers work on them: one set at a time. */
export type FigureSet = Counted & {
  readonly campaign: string
  readonly state: FigureSetState
  /** The number of the last published revision, and what it was published as; 0 before the first. */
  readonly published: number
  readonly publishedAs?: PublishedStatus
  readonly version: number
  readonly head: string
}

/** A set that two publishers published. Never changed. */
export type Revision = Counted & {
  readonly campaign: string
  readonly number: number
  readonly approvedBy: PersonRef
  readonly publishedAt: string
}

export const figureSetStates = ["draft", "published", "discarded"] as const
export type FigureSetState = (typeof figureSetStates)[number]
export const figureSetActs = ["draft", "discard", "approve"] as const
export type FigureSetAct = (typeof figureSetActs)[number]
const table: Readonly<Record<FigureSetState | "none", Partial<Record<FigureSetAct, FigureSetState>>>> = {
  none: { draft: "draft" },
  draft: { discard: "discarded", approve: "published" },
  published: { draft: "draft" },
  discarded: { draft: "draft" },
}

/** The state after an act, or undefined where the act is not possible. */
export const figureSetAfter = (
  state: FigureSetState | "none",
  act: FigureSetAct,
): FigureSetState | undefined => table[state][act]

type Entry = Pick<Measure, "caseId" | "measureId" | "metric" | "quantity" | "takenOn" | "recordedAt">
type Cut = { readonly asOf: string; readonly until: string; readonly zeros?: readonly Metric[] }

/**
 * Adds up the entries of measures taken up to `asOf` and recorded up to `until`. A reversal bears the day of the entry
 * that it takes back, so it counts against the same sets. A metric without an entry is absent, unless it is one of
 * `zeros`.
 */
export const countAsOf = (ledger: readonly Entry[], { asOf, until, zeros = [] }: Cut): CountedFigure[] =>
  metrics.flatMap((metric) => {
    const entries = ledger.filter(
      (entry) => entry.metric === metric && entry.takenOn <= asOf && entry.recordedAt <= until,
    )
    if (entries.length === 0 && !zeros.includes(metric)) return []
    const ids = entries.map(({ caseId, measureId }) => `${caseId}/${measureId}`)
    return {
      metric,
      value: entries.reduce((sum, { quantity }) => sum + quantity, 0),
      entries: entries.length,
      entriesHash: sha256(canonical(ids.toSorted())),
    }
  })

/** How many of a metric's entries in a cut take another entry back. */
export const reversalsIn = (
  ledger: readonly (Entry & Pick<Measure, "reverses">)[],
  metric: Metric,
  { asOf, until }: Pick<Cut, "asOf" | "until">,
): number =>
  ledger.filter(
    (entry) =>
      entry.reverses && entry.metric === metric && entry.takenOn <= asOf && entry.recordedAt <= until,
  ).length

/** The same set, added up again from the ledger as it stood when it was drafted. */
export const countAgain = (
  ledger: readonly Entry[],
  { asOf, draftedAt, figures }: Counted,
): CountedFigure[] =>
  countAsOf(ledger, {
    asOf,
    until: draftedAt,
    zeros: figures.filter(({ entries }) => entries === 0).map(({ metric }) => metric),
  })
