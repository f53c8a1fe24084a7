import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { refusing } from "@/app/_document/route/refusing"
import { setting } from "@/lib/kernel/config"
import { ContactPage } from "./contact-page"

export const GET = page((locale) =>
  html(<ContactPage locale={locale} email={setting("CONTACT_EMAIL")} phone={setting("CONTACT_PHONE")} />),
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
