import { refusing } from "@/app/_http/methods"
import { receiptContext } from "@/app/_http/request-context"
import { route } from "@/app/_http/route"
import { discardEvidence } from "@/lib/evidence"

export const DELETE = route<{ tipId: string; evidenceId: string }>(async ({ request, params, ctx }) => {
  await discardEvidence(await receiptContext(request, ctx), params)
  return new Response(null, { status: 204 })
})

export const { GET, POST, PUT, PATCH, OPTIONS } = refusing("DELETE")
