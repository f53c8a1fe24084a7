import { readJson } from "@/app/_adapter/body"
import { reporterContext } from "@/app/_adapter/request-context"
import { json, route } from "@/app/_adapter/route"
import { Lookup } from "@/app/api/_contract/tip"
import { followTip, openReceipt } from "@/lib/tip"

export const POST = route(async ({ request, ctx }) => {
  const opened = await openReceipt(ctx, await readJson(request, Lookup))
  return json(await followTip(reporterContext(ctx, opened), {}))
})
