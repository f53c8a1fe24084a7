import { html } from "@/app/_document/html"
import { page } from "@/app/_document/page"
import { AccessibilityPage } from "./accessibility-page"

export const dynamic = "force-static"
export const generateStaticParams = () => []

export const GET = page((locale) => html(<AccessibilityPage locale={locale} />))
