import { html } from "@/app/_document/html"
import { notFound } from "@/app/_document/not-found"
import { page } from "@/app/_document/page"
import { readCampaign, readCampaigns } from "../read"
import { CampaignPage } from "./campaign-page"

export const dynamic = "force-static"
export const generateStaticParams = () => []

export const GET = page<"slug">(async (locale, { slug }) => {
  const found = await readCampaign({ slug })
  if (!found) return notFound(locale)
  return html(<CampaignPage locale={locale} {...found} all={await readCampaigns()} />)
})
