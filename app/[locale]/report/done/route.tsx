import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { DonePage } from "./done-page"

export const GET = page((locale) => html(<DonePage locale={locale} />))
