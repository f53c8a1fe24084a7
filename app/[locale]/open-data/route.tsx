import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { readCampaigns } from "@/app/[locale]/campaigns/read"
import { OpenDataPage } from "./open-data-page"

export const GET = page(async (locale) =>
  html(<OpenDataPage locale={locale} campaigns={await readCampaigns()} />),
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
