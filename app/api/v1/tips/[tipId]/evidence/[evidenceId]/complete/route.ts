import { receiptContext } from "@/app/_adapter/request-context"
import { json, route } from "@/app/_adapter/route"
import { completeEvidence } from "@/lib/tip"

export const POST = route<{ tipId: string; evidenceId: string }>(async ({ request, params, ctx }) =>
  json(await completeEvidence(await receiptContext(request, ctx), params)),
)
