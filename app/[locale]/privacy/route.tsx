import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { retentionNow } from "@/lib/settings"
import { PrivacyPage } from "./privacy-page"

export const GET = page(async (locale) =>
  html(<PrivacyPage locale={locale} retention={await retentionNow()} />),
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
