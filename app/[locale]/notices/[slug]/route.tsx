import { html } from "@/app/_document/html"
import { notFound } from "@/app/_document/not-found"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { readContext, readNotice } from "@/app/[locale]/notices/read"
import { NoticePage } from "./notice-page"

export const GET = page<"slug">(async (locale, { slug }) => {
  const notice = await readNotice({ slug })
  if (!notice) return notFound(locale)
  return html(<NoticePage locale={locale} notice={notice} {...(await readContext(notice))} />)
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
