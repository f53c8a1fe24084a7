import { readJson } from "@/app/_http/body"
import { refusing } from "@/app/_http/methods"
import { openedBy } from "@/app/_http/request-context"
import { json, route } from "@/app/_http/route"
import { ProofWanted } from "@/app/api/_contract/day-log"
import { proveTip } from "@/lib/reporter"

export const POST = route(async ({ request, ctx }) => {
  const reporter = await openedBy(request, ctx, await readJson(request, ProofWanted))
  return json(await proveTip(reporter, {}))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST")
