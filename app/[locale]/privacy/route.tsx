import { html } from "@/app/_document/html"
import { page } from "@/app/_document/page"
import { PrivacyPage } from "./privacy-page"

export const dynamic = "force-static"
export const generateStaticParams = () => []

export const GET = page((locale) => html(<PrivacyPage locale={locale} />))
