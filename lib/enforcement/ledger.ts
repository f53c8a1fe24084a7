import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { Cursor, type Page, pageOf, pageSize } from "@/lib/store/page"
import type { Measure } from "./measure"
import { MeasureEntity } from "./measure.entity"

/** One page of a campaign's ledger, in order of recording. */
export const listLedger = verb(
  {
    name: "measure.listLedger",
    by: ["case-officer", "publisher", "auditor", "administrator"],
    input: z.object({ campaign: z.string(), cursor: Cursor.optional() }),
  },
  async (_ctx, { campaign, cursor }): Promise<Page<Measure>> => {
    const query = MeasureEntity.query.ledger({ campaign })
    const { data } = await (cursor ? query.gt({ recordedAt: cursor.at, measureId: cursor.id }) : query).go({
      limit: pageSize + 1,
    })
    return pageOf(data, ({ recordedAt, measureId }) => ({ at: recordedAt, id: measureId }))
  },
)

/** Every entry of a campaign's ledger, page by page. Not a verb: for reactions and reconciliation. */
export async function* entriesOf(campaign: string): AsyncGenerator<Measure> {
  let cursor: string | null = null
  do {
    const page: { data: Measure[]; cursor: string | null } = await MeasureEntity.query
      .ledger({ campaign })
      .go({ cursor, limit: 500 })
    yield* page.data
    cursor = page.cursor
  } while (cursor)
}
