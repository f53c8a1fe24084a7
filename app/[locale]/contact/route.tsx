import { html } from "@/app/_document/html"
import { page } from "@/app/_document/route/page"
import { setting } from "@/lib/kernel/config"
import { ContactPage } from "./contact-page"

export const GET = page((locale) =>
  html(<ContactPage locale={locale} email={setting("CONTACT_EMAIL")} phone={setting("CONTACT_PHONE")} />),
)
