import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { PrivacyPage } from "./privacy-page"

export const GET = page((locale) => html(<PrivacyPage locale={locale} />))

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
