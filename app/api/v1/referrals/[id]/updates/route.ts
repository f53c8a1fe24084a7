import { readJson } from "@/app/_http/body"
import { refusing } from "@/app/_http/methods"
import { agencyContext } from "@/app/_http/request-context"
import { json, route } from "@/app/_http/route"
import { NewUpdate, NewUpdateHeaders, updateAnswer } from "@/app/api/_contract/referral"
import { listUpdates, takeUpdate } from "@/lib/agency"
import { parse } from "@/lib/kernel/parse"

type Params = { readonly id: string }

export const POST = route<Params>(async ({ request, params, ctx }) => {
  const agency = await agencyContext(request, ctx)
  const { "Idempotency-Key": idempotencyKey } = parse(NewUpdateHeaders, {
    "Idempotency-Key": request.headers.get("idempotency-key") ?? undefined,
  })
  const content = await readJson(request, NewUpdate)
  const { isNew, ...update } = await takeUpdate(agency, { referralId: params.id, idempotencyKey, content })
  return json(updateAnswer(update), isNew ? 201 : 200)
})

export const GET = route<Params>(async ({ request, params, ctx }) => {
  const updates = await listUpdates(await agencyContext(request, ctx), { referralId: params.id })
  return json({ updates: updates.map(updateAnswer) })
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")
