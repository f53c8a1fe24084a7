import { csvResponse } from "@/app/admin/_gate/csv-response"
import { metrics } from "@/lib/campaign"
import type { Context } from "@/lib/kernel/context"
import { listLedger, type Measure } from "@/lib/measure"

/** The columns of a ledger. Programs go by their order: add new ones at the end. */
const columns = [
  "measureId",
  "caseId",
  "referralId",
  "metric",
  "quantity",
  "takenOn",
  "authorityId",
  "site",
  "document",
  "noDocument",
  "note",
  "lateReason",
  "recordedAt",
  "recordedBy",
  "confirmedAt",
  "refusedAt",
  "refusedReason",
  "reverses",
  "countedAt",
]

/** More than any campaign's ledger has held; beyond, it is asked for in parts, by metric or day. */
const rowsMax = 50_000

/** A campaign's ledger for a spreadsheet, or the part of it that the page was filtered by. */
export const ledgerCsv = async (ctx: Context, _params: object, request: Request): Promise<Response> => {
  const search = new URL(request.url).searchParams
  const campaign = search.get("campaign") ?? ""
  const metric = metrics.find((one) => one === search.get("metric"))
  const part = {
    campaign,
    ...(metric ? { metric } : {}),
    asOf: search.get("asOf") || undefined,
    until: search.get("until") || undefined,
  }
  const rows: Measure[] = []
  let cursor: string | undefined
  do {
    const page = await listLedger(ctx, { ...part, ...(cursor ? { cursor } : {}) })
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor && rows.length < rowsMax)
  const table = rows.map(({ recordedBy, ...measure }) => ({ ...measure, recordedBy: recordedBy.name }))
  return csvResponse(`ledger-${campaign}`, columns, table)
}
