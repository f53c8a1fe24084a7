import { html } from "@/app/_document/html"
import { notFound } from "@/app/_document/not-found"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { NoticeListPage, partOf } from "./notice-list-page"
import { readNotices } from "./read"

export const GET = page(async (locale) => {
  const part = partOf(await readNotices(), 1)
  return part ? html(<NoticeListPage locale={locale} part={part} />) : notFound(locale)
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
