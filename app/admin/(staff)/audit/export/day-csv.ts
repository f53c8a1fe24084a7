import { csvResponse } from "@/app/admin/_gate/csv-response"
import { listDay } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"

/** The columns of a day of the audit trail. Programs go by their order: add new ones at the end. */
const columns = ["at", "type", "person", "personId", "file", "subject", "seq", "data", "hash"]

/** A day of the audit trail for a spreadsheet, with what the page was filtered by. */
export const dayCsv = async (ctx: Context, _params: object, request: Request): Promise<Response> => {
  const search = new URL(request.url).searchParams
  const day = search.get("day") ?? ""
  const { events } = await listDay(ctx, {
    day,
    person: search.get("person") || undefined,
    subject: search.get("subject") || undefined,
  })
  const rows = events.map(({ actor, data, ...event }) => ({
    ...event,
    person: actor.name,
    personId: actor.id,
    data: JSON.stringify(data),
  }))
  return csvResponse(`audit-${day}`, columns, rows)
}
