import { answerBatch } from "@/app/_adapter/batch/answer"
import { readBatch } from "@/app/_adapter/batch/read"
import { jsonLinesOf } from "@/app/_adapter/batch/stream"
import { holderContext } from "@/app/_adapter/request-context"
import { route } from "@/app/_adapter/route"
import { countUse, openBatch } from "@/lib/account"
import type { Context } from "@/lib/kernel/context"
import { log } from "@/lib/kernel/log"
import { type HolderReport, submitReport } from "@/lib/tip"

export const POST = route(async ({ request, ctx, locale }) => {
  const holder = await holderContext(request, ctx)
  const rows = readBatch(request)
  await openBatch(holder, {})
  const take = (value: unknown) =>
    // Each row is received when it comes; the verb itself judges what it is.
    submitReport({ ...holder, now: new Date().toISOString() }, value as HolderReport)
  const answers = answerBatch({ locale, requestId: ctx.requestId, rows, take })
  return new Response(jsonLinesOf(counted(holder, answers)), {
    headers: { "content-type": "application/x-ndjson", "cache-control": "no-store" },
  })
})

/** The same answers; when they are over, also cut short, the key's use is noted. */
async function* counted<Answer extends { readonly status: string }>(
  ctx: Context,
  answers: AsyncIterable<Answer>,
) {
  let rowsTaken = 0
  try {
    for await (const answer of answers) {
      if (answer.status === "created") rowsTaken += 1
      yield answer
    }
  } finally {
    await countUse(ctx, { rowsTaken }).catch((err: unknown) =>
      log.error({ requestId: ctx.requestId, err }, "use of a key not counted"),
    )
  }
}
