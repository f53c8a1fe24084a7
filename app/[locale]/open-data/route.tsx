import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { readCampaigns } from "@/app/[locale]/campaigns/read"
import { OpenDataPage } from "./open-data-page"

export const GET = page(async (locale) =>
  html(<OpenDataPage locale={locale} campaigns={await readCampaigns()} />),
)
