import { html } from "@/app/_document/html"
import { page } from "@/app/_document/page"
import { CampaignListPage } from "./campaign-list-page"
import { readCampaigns, readHistory } from "./read"

export const dynamic = "force-static"
export const generateStaticParams = () => []

export const GET = page(async (locale) => {
  const [all, history] = await Promise.all([readCampaigns(), readHistory()])
  return html(<CampaignListPage locale={locale} all={all} history={history} />)
})
