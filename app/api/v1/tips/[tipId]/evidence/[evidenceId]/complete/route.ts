import { refusing } from "@/app/_http/methods"
import { receiptContext } from "@/app/_http/request-context"
import { json, route } from "@/app/_http/route"
import { completeEvidence } from "@/lib/evidence"

export const POST = route<{ tipId: string; evidenceId: string }>(async ({ request, params, ctx }) =>
  json(await completeEvidence(await receiptContext(request, ctx), params)),
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST")
