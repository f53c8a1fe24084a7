import { readJson } from "@/app/_http/body"
import { refusing } from "@/app/_http/methods"
import { json, route } from "@/app/_http/route"
import { viewerOrigin } from "@/app/_http/viewer"
import { NewTip, NewTipHeaders } from "@/app/api/_contract/tip"
import { parse } from "@/lib/kernel/parse"
import { isCanary, submitTip, submittedOf } from "@/lib/reporter"

export const POST = route(async ({ request, ctx }) => {
  const { "Idempotency-Key": idempotencyKey, Proof: proof } = parse(NewTipHeaders, given(request))
  const tip = await readJson(request, NewTip)
  // The portal's own is held against no limit: it has to say whether reports arrive, in a rush above all.
  const canary = isCanary(request.headers.get("authorization"))
  const admission = canary ? undefined : ({ door: "api", origin: viewerOrigin(request, ctx), proof } as const)
  const stored = await submitTip(ctx, { ...tip, admission, idempotencyKey, canary })
  return json(await submittedOf(stored), 201)
})

const given = ({ headers }: Request) =>
  Object.fromEntries(
    Object.keys(NewTipHeaders.shape).flatMap((name) => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST")
