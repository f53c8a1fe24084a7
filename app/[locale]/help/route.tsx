import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { HelpPage } from "./help-page"

export const GET = page((locale) => html(<HelpPage locale={locale} />))
