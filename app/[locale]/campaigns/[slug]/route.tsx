import { html } from "@/app/_document/html"
import { notFound } from "@/app/_document/not-found"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { readCampaignFigures, readRevisions } from "@/app/[locale]/campaigns/read"
import { CampaignPage } from "./campaign-page"

export const GET = page<"slug">(async (locale, { slug }) => {
  const [all, revisions] = await Promise.all([readCampaignFigures(), readRevisions(slug)])
  const found = all.find(({ campaign }) => campaign.slug === slug)
  if (!found) return notFound(locale)
  return html(<CampaignPage locale={locale} {...found} all={all} revisions={revisions} />)
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
