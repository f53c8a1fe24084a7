import { seeOther } from "@/app/_document/route/document-route"
import { formRoute, leadsTo } from "@/app/_document/route/form-route"
import { clearKeyCookie } from "@/app/_document/route/holder-cookie"
import { refusing } from "@/app/_document/route/refusing"

export const dynamic = "force-dynamic"

export const GET = leadsTo("/right-holders")

export const POST = formRoute({
  name: "/right-holders/close",
  page: "/right-holders",
  send: async ({ locale }) => seeOther(`/${locale}/right-holders`, clearKeyCookie()),
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")
