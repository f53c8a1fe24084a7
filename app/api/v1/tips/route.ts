import { readJson } from "@/app/_http/body"
import { json, route } from "@/app/_http/route"
import { viewerOrigin } from "@/app/_http/viewer"
import { NewTip, NewTipHeaders } from "@/app/api/_contract/tip"
import { parse } from "@/lib/kernel/parse"
import { submitTip, submittedOf } from "@/lib/reporter"

export const POST = route(async ({ request, ctx }) => {
  const { "Idempotency-Key": idempotencyKey, Proof: proof } = parse(NewTipHeaders, given(request))
  const tip = await readJson(request, NewTip)
  const admission = { door: "api", origin: viewerOrigin(request, ctx), proof } as const
  const stored = await submitTip(ctx, { ...tip, admission, idempotencyKey })
  return json(await submittedOf(stored), 201)
})

const given = ({ headers }: Request) =>
  Object.fromEntries(
    Object.keys(NewTipHeaders.shape).flatMap((name) => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
