import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { PrivacyPage } from "./privacy-page"

export const GET = page((locale) => html(<PrivacyPage locale={locale} />))
