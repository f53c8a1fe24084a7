import { html } from "@/app/_document/html"
import { page } from "@/app/_document/page"
import { DonePage } from "./done-page"

export const dynamic = "force-static"
export const generateStaticParams = () => []

export const GET = page((locale) => html(<DonePage locale={locale} />))
