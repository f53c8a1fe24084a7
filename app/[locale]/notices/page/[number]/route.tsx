import { html } from "@/app/_document/html"
import { notFound } from "@/app/_document/not-found"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { NoticeListPage, partOf } from "@/app/[locale]/notices/notice-list-page"
import { readNotices } from "@/app/[locale]/notices/read"

export const GET = page<"number">(async (locale, { number }) => {
  const part = /^([2-9]|[1-9]\d{1,4})$/.test(number) ? partOf(await readNotices(), Number(number)) : undefined
  return part ? html(<NoticeListPage locale={locale} part={part} />) : notFound(locale)
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
