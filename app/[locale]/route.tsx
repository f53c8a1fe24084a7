import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { readCampaign, readCampaigns } from "./campaigns/read"
import { findHeadline } from "./headline"
import { HomePage } from "./home-page"
import { readNotices } from "./notices/read"

const noticesMax = 3

export const GET = page(async (locale) => {
  const [notices, campaigns] = await Promise.all([readNotices(), readCampaigns()])
  const headline = await findHeadline(notices, campaigns, (slug) => readCampaign({ slug }))
  return html(<HomePage locale={locale} notices={notices.slice(0, noticesMax)} headline={headline} />)
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
