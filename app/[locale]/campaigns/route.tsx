import { html } from "@/app/_document/html"
import { page } from "@/app/_document/page"
import { CampaignListPage } from "./campaign-list-page"
import { readCampaigns } from "./read"

export const dynamic = "force-static"
export const generateStaticParams = () => []

export const GET = page(async (locale) =>
  html(<CampaignListPage locale={locale} all={await readCampaigns()} history={[]} />),
)
