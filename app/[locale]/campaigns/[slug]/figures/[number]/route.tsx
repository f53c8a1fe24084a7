import { html } from "@/app/_document/html"
import { notFound } from "@/app/_document/not-found"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { readCampaign, readRevisions } from "@/app/[locale]/campaigns/read"
import { RevisionPage } from "./revision-page"

export const GET = page<"slug" | "number">(async (locale, { slug, number }) => {
  const [found, revisions] = await Promise.all([readCampaign({ slug }), readRevisions(slug)])
  const revision = revisions.find((one) => String(one.number) === number)
  if (!found || !revision) return notFound(locale)
  return html(<RevisionPage locale={locale} campaign={found.campaign} revision={revision} />)
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
