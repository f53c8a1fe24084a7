import { z } from "zod"
import { metrics } from "@/lib/campaign"
import { AskedSlug, type AuthorityId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { ledgerOf, type Measure } from "@/lib/measure"
import type { Category } from "@/lib/tip"

/** A part of a figure, and how many entries make it up. */
export type Part<Key> = { readonly key: Key; readonly value: number; readonly entries: number }

/**
 * What one figure is made up of; the parts of each kind add up to it.
 * Months are those in which the measures were taken. Without a key: the copyright administration's own measures, and
 * entries from before the category was kept.
 */
export type FigureParts = {
  readonly byMonth: readonly Part<string>[]
  readonly byAuthority: readonly Part<AuthorityId | undefined>[]
  readonly byCategory: readonly Part<Category | undefined>[]
}

type Entry = Pick<Measure, "quantity" | "takenOn" | "authorityId" | "category">

const partsBy = <Key extends string | undefined>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => Key,
): Part<Key>[] =>
  [...Map.groupBy(entries, keyOf)]
    .map(([key, of]) => ({
      key,
      value: of.reduce((sum, { quantity }) => sum + quantity, 0),
      entries: of.length,
    }))
    .toSorted((a, b) => ((a.key ?? "~") < (b.key ?? "~") ? -1 : 1))

/** The parts of what some entries add up to. */
export const partsOf = (entries: readonly Entry[]): FigureParts => ({
  byMonth: partsBy(entries, ({ takenOn }) => takenOn.slice(0, 7)),
  byAuthority: partsBy(entries, ({ authorityId }) => authorityId),
  byCategory: partsBy(entries, ({ category }) => category),
})

/**
 * What a figure is made up of, by month, authority and category: of a running count now, of a published figure with the day
 * that it counts up to and the moment it was drafted.
 */
export const readParts = verb(
  {
    name: "figures.readParts",
    by: ["case-officer", "publisher", "auditor", "administrator"],
    input: z.object({
      campaign: AskedSlug,
      metric: z.enum(metrics),
      /** Only measures taken up to this day. */
      asOf: z.iso.date().optional(),
      /** Only entries recorded up to this moment. */
      until: z.iso.datetime().optional(),
    }),
  },
  async (_ctx, { campaign, metric, asOf, until }): Promise<FigureParts> =>
    partsOf(
      (await ledgerOf(campaign)).filter(
        (entry) =>
          entry.metric === metric &&
          (!asOf || entry.takenOn <= asOf) &&
          (!until || entry.recordedAt <= until),
      ),
    ),
)
