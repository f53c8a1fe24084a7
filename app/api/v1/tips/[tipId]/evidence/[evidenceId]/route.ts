import { receiptContext } from "@/app/_adapter/request-context"
import { route } from "@/app/_adapter/route"
import { discardEvidence } from "@/lib/tip"

export const DELETE = route<{ tipId: string; evidenceId: string }>(async ({ request, params, ctx }) => {
  await discardEvidence(await receiptContext(request, ctx), params)
  return new Response(null, { status: 204 })
})
