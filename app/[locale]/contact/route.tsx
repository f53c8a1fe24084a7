import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { contactsNow } from "@/lib/settings"
import { ContactPage } from "./contact-page"

export const GET = page(async (locale) => html(<ContactPage locale={locale} {...(await contactsNow())} />))

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
