import { seeOther } from "@/app/_document/route/document-route"
import { formRoute, leadsTo } from "@/app/_document/route/form-route"
import { clearReceiptCookie } from "@/app/_document/route/receipt-cookie"
import { refusing } from "@/app/_document/route/refusing"
import { followAfter } from "@/app/[locale]/follow/did"

export const dynamic = "force-dynamic"

export const GET = leadsTo("/follow")

export const POST = formRoute({
  name: "/follow/close",
  page: "/follow",
  send: async ({ locale }) => seeOther(followAfter(locale, "closed"), clearReceiptCookie()),
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")
