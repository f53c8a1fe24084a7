import { readJson } from "@/app/_adapter/body"
import { json, route } from "@/app/_adapter/route"
import { NewTip, NewTipHeaders } from "@/app/api/_contract/tip"
import { parse } from "@/lib/kernel/parse"
import { submitTip } from "@/lib/tip"

export const POST = route(async ({ request, ctx }) => {
  const given = request.headers.get("idempotency-key")
  const { "Idempotency-Key": idempotencyKey } = parse(
    NewTipHeaders,
    given === null ? {} : { "Idempotency-Key": given },
  )
  const tip = await readJson(request, NewTip)
  return json(await submitTip(ctx, idempotencyKey ? { ...tip, idempotencyKey } : tip), 201)
})
