import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { AccessibilityPage } from "./accessibility-page"

export const GET = page((locale) => html(<AccessibilityPage locale={locale} />))

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
