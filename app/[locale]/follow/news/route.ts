import { readForm } from "@/app/_adapter/body"
import { seeOther } from "@/app/_adapter/document-route"
import { reporterRoute } from "@/app/_adapter/reporter-route"
import { switchNews } from "@/lib/tip"

export const dynamic = "force-dynamic"

export const POST = reporterRoute(async ({ request, locale, reporter }) => {
  const { news } = await readForm(request)
  await switchNews(reporter, { on: news === "on" })
  return seeOther(`/${locale}/follow`)
})
