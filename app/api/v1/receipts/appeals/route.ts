import { readJson } from "@/app/_http/body"
import { refusing } from "@/app/_http/methods"
import { openedBy } from "@/app/_http/request-context"
import { json, route } from "@/app/_http/route"
import { NewAppeal } from "@/app/api/_contract/tip"
import { appealTip } from "@/lib/tip"

export const POST = route(async ({ request, ctx }) => {
  const { number, code, appeal } = await readJson(request, NewAppeal)
  const reporter = await openedBy(request, ctx, { number, code })
  await appealTip(reporter, { appeal })
  return json({ status: "received" }, 201)
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST")
