import { html } from "@/app/_document/html"
import { documentRoute } from "@/app/_document/route/document-route"
import { refusing } from "@/app/_document/route/refusing"
import { listHeads } from "@/lib/reporter"
import { LogPage } from "./log-page"

export const dynamic = "force-dynamic"

export const GET = documentRoute(async ({ ctx, locale }) =>
  html(<LogPage locale={locale} heads={await listHeads(ctx, {})} />),
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refusing("GET")
