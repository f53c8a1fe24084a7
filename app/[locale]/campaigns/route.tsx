import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { CampaignListPage } from "./campaign-list-page"
import { readCampaignFigures, readHistory } from "./read"

export const GET = page(async (locale) => {
  const [all, history] = await Promise.all([readCampaignFigures(), readHistory()])
  return html(<CampaignListPage locale={locale} all={all} history={history} />)
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
