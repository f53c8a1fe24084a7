import { seeOther } from "@/app/_document/route/document-route"
import { reporterRoute } from "@/app/_document/route/reporter-route"
import { readForm } from "@/app/_http/body"
import { switchNews } from "@/lib/reporter"

export const dynamic = "force-dynamic"

export const POST = reporterRoute(async ({ request, locale, reporter }) => {
  const { news } = await readForm(request)
  await switchNews(reporter, { on: news === "on" })
  return seeOther(`/${locale}/follow`)
})
