import { refusing } from "@/app/_http/methods"
import { holderContext } from "@/app/_http/request-context"
import { route } from "@/app/_http/route"
import { readBatch, rowsOfRequest, secondsOfRequest } from "@/app/api/_batch/read"
import { rowAnswers } from "@/app/api/_batch/row-answers"
import { jsonLinesOf } from "@/app/api/_batch/stream"
import { rowResults } from "@/lib/batch"
import { log } from "@/lib/kernel/log"
import { requireOpen } from "@/lib/limits"
import { countUse, type HolderReport, openBatch, submitReport } from "@/lib/right-holder"

export const POST = route(async ({ request, ctx, locale }) => {
  const holder = await holderContext(request, ctx)
  await requireOpen("reports")
  const rows = readBatch(request)
  await openBatch(holder, {})
  let rowsTaken = 0
  const take = async (value: unknown) => {
    // Each row is received when it comes; the verb itself judges what it is.
    const report = value as HolderReport
    const taken = await submitReport({ ...holder, now: new Date().toISOString() }, report)
    if (taken.status === "created") rowsTaken += 1
    return taken
  }
  const whenOver = () =>
    countUse(holder, { rowsTaken }).catch((err: unknown) =>
      log.error({ requestId: ctx.requestId, err }, "use of a key not counted"),
    )
  const results = rowResults({
    requestId: ctx.requestId,
    rows,
    rowsMax: rowsOfRequest,
    stopsAt: Date.now() + secondsOfRequest * 1_000,
    take,
  })
  return new Response(jsonLinesOf(finallyDo(rowAnswers(locale, results), whenOver)), {
    headers: { "content-type": "application/x-ndjson", "cache-control": "no-store" },
  })
})

/** The same items, and `last` when they are over or break off. */
async function* finallyDo<Item>(items: AsyncIterable<Item>, last: () => Promise<void>) {
  try {
    yield* items
  } finally {
    await last()
  }
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST")
