import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { AccessibilityPage } from "./accessibility-page"

export const GET = page((locale) => html(<AccessibilityPage locale={locale} />))
