import { html } from "@/app/_document/html"
import { notFound } from "@/app/_document/not-found"
import { page } from "@/app/_document/page"
import { readCampaign, readCampaigns, readRevisions } from "@/app/[locale]/campaigns/read"
import { CampaignPage } from "./campaign-page"

export const dynamic = "force-static"
export const generateStaticParams = () => []

export const GET = page<"slug">(async (locale, { slug }) => {
  const found = await readCampaign({ slug })
  if (!found) return notFound(locale)
  const [all, revisions] = await Promise.all([readCampaigns(), readRevisions(slug)])
  return html(<CampaignPage locale={locale} {...found} all={all} revisions={revisions} />)
})
