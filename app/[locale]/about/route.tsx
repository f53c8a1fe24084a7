import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { AboutPage } from "./about-page"

export const GET = page((locale) => html(<AboutPage locale={locale} />))
