import { html } from "@/app/_document/html"
import { page } from "@/app/_document/page"
import { readCampaigns } from "@/app/[locale]/campaigns/read"
import { OpenDataPage } from "./open-data-page"

export const dynamic = "force-static"
export const generateStaticParams = () => []

export const GET = page(async (locale) =>
  html(<OpenDataPage locale={locale} campaigns={(await readCampaigns()).map(({ campaign }) => campaign)} />),
)
