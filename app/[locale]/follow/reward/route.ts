import { seeOther } from "@/app/_document/route/document-route"
import { formRoute, leadsTo } from "@/app/_document/route/form-route"
import { refusing } from "@/app/_document/route/refusing"
import { ofReporter } from "@/app/_document/route/reporter-route"
import { followAfter } from "@/app/[locale]/follow/did"
import { claimReward } from "@/lib/reward"

export const dynamic = "force-dynamic"

export const GET = leadsTo("/follow")

export const POST = formRoute({
  name: "/follow/reward",
  page: "/follow",
  send: ofReporter(async ({ locale, reporter }) => {
    await claimReward(reporter, {})
    return seeOther(followAfter(locale, "claimed"))
  }),
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")
