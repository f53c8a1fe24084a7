import { readJson } from "@/app/_http/body"
import { refusing } from "@/app/_http/methods"
import { json, route } from "@/app/_http/route"
import { NewChallenge } from "@/app/api/_contract/challenge"
import { askForProof } from "@/lib/limits"

export const POST = route(async ({ request, ctx }) => {
  const { idempotencyKey } = await readJson(request, NewChallenge)
  return json(await askForProof(ctx, { key: idempotencyKey }), 201)
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST")
