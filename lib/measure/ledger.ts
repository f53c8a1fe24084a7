import { z } from "zod"
import { metrics } from "@/lib/campaign"
import { AskedSlug } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { cursorOf, type Page, pageOf, pageSize } from "@/lib/store/page"
import { counts } from "./bounds"
import { toMeasure } from "./find"
import type { Measure } from "./measure"
import { MeasureEntity } from "./measure.entity"

/** One page of a campaign's ledger, in order of recording: all of it, or what one figure is the sum of. */
export const listLedger = verb(
  {
    name: "measure.listLedger",
    by: ["case-officer", "publisher", "auditor", "administrator"],
    input: z.object({
      campaign: AskedSlug,
      cursor: cursorOf("msr").optional(),
      metric: z.enum(metrics).optional(),
      /** Only measures taken up to this day. */
      asOf: z.iso.date().optional(),
      /** Only entries recorded up to this moment. */
      until: z.iso.datetime().optional(),
    }),
  },
  async (_ctx, { campaign, cursor, metric, asOf, until }): Promise<Page<Measure>> => {
    const query = MeasureEntity.query.ledger({ campaign })
    const { data } = await (cursor ? query.gt({ recordedAt: cursor.at, measureId: cursor.id }) : query)
      .where((entry, { eq, lte, notExists }) => {
        const countsBy = (moment: string) =>
          `(${notExists(entry.needsConfirmation)} OR ${lte(entry.confirmedAt, moment)})`
        return [
          ...(metric ? [eq(entry.metric, metric)] : []),
          ...(asOf ? [lte(entry.takenOn, asOf)] : []),
          ...(until ? [`(${lte(entry.recordedAt, until)} AND ${countsBy(until)})`] : []),
        ].join(" AND ")
      })
      // Reads on until a page is full, as a limit is set before the filter.
      .go({ count: pageSize + 1 })
    return pageOf(data.map(toMeasure), ({ recordedAt, measureId }) => ({ at: recordedAt, id: measureId }))
  },
)

/** Every entry of a campaign's ledger that counts, as of when it counts. Not a verb: for figures and reconciliation. */
export const ledgerOf = async (campaign: string): Promise<Measure[]> => {
  const { data } = await MeasureEntity.query.ledger({ campaign }).go({ pages: "all" })
  return data
    .map(toMeasure)
    .filter(counts)
    .map((measure) => ({ ...measure, recordedAt: measure.confirmedAt ?? measure.recordedAt }))
}
