import { html } from "@/app/_document/html"
import { notFound } from "@/app/_document/not-found"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { NoticePage } from "@/app/[locale]/notices/[slug]/notice-page"
import { readContext, readVersion } from "@/app/[locale]/notices/read"

export const GET = page<"slug" | "number">(async (locale, { slug, number }) => {
  const notice = /^[1-9]\d{0,5}$/.test(number)
    ? await readVersion({ slug, number: Number(number) })
    : undefined
  if (!notice) return notFound(locale)
  return html(<NoticePage locale={locale} notice={notice} isAtVersion {...(await readContext(notice))} />)
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
