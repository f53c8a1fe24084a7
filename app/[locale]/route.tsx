import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { readCampaignFigures } from "./campaigns/read"
import { HomePage, headlineOf } from "./home-page"
import { readNotices } from "./notices/read"

const noticesMax = 3

export const GET = page(async (locale) => {
  const [notices, campaigns] = await Promise.all([readNotices(), readCampaignFigures()])
  return html(
    <HomePage
      locale={locale}
      notices={notices.slice(0, noticesMax)}
      headline={headlineOf(notices, campaigns)}
    />,
  )
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
