import { readJson } from "@/app/_http/body"
import { refusing } from "@/app/_http/methods"
import { openedBy } from "@/app/_http/request-context"
import { json, route } from "@/app/_http/route"
import { RewardClaim } from "@/app/api/_contract/reward"
import { claimReward, followReward } from "@/lib/reward"

export const POST = route(async ({ request, ctx }) => {
  const reporter = await openedBy(request, ctx, await readJson(request, RewardClaim))
  await claimReward(reporter, {})
  return json(await followReward(reporter, {}))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST")
