import { answerBatch } from "@/app/_adapter/batch/answer"
import { readBatch } from "@/app/_adapter/batch/read"
import { jsonLinesOf } from "@/app/_adapter/batch/stream"
import { holderContext } from "@/app/_adapter/request-context"
import { route } from "@/app/_adapter/route"
import { requireOpen } from "@/lib/abuse"
import { countUse, openBatch } from "@/lib/account"
import { log } from "@/lib/kernel/log"
import { type HolderReport, submitReport } from "@/lib/tip"

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
  const answers = answerBatch({ locale, requestId: ctx.requestId, rows, take })
  return new Response(jsonLinesOf(finallyDo(answers, whenOver)), {
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
