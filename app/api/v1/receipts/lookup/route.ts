import { readJson } from "@/app/_http/body"
import { reporterContext } from "@/app/_http/request-context"
import { json, route } from "@/app/_http/route"
import { Lookup } from "@/app/api/_contract/tip"
import { followTip, openReceipt } from "@/lib/reporter"

export const POST = route(async ({ request, ctx }) => {
  const opened = await openReceipt(ctx, await readJson(request, Lookup))
  return json(await followTip(reporterContext(ctx, opened), {}))
})
