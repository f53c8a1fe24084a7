import { readJson } from "@/app/_http/body"
import { refusing } from "@/app/_http/methods"
import { openedBy } from "@/app/_http/request-context"
import { json, route } from "@/app/_http/route"
import { Lookup } from "@/app/api/_contract/tip"
import { followTip, markNewsSeen } from "@/lib/reporter"

export const POST = route(async ({ request, ctx }) => {
  const reporter = await openedBy(request, ctx, await readJson(request, Lookup))
  const followed = await followTip(reporter, {})
  if (followed.news === "on") await markNewsSeen(reporter, {})
  return json(followed)
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST")
