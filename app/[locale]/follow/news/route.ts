import { seeOther } from "@/app/_document/route/document-route"
import { type FormCall, formRoute, leadsTo } from "@/app/_document/route/form-route"
import { refusing } from "@/app/_document/route/refusing"
import { ofReporter } from "@/app/_document/route/reporter-route"
import { followAfter } from "@/app/[locale]/follow/did"
import { switchNews } from "@/lib/reporter"

export const dynamic = "force-dynamic"

export const GET = leadsTo("/follow")

export const POST = formRoute({
  name: "/follow/news",
  page: "/follow",
  send: ofReporter<FormCall>(async ({ locale, reporter, typed }) => {
    const on = typed.news === "on"
    await switchNews(reporter, { on })
    return seeOther(followAfter(locale, on ? "news-on" : "news-off"))
  }),
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")
