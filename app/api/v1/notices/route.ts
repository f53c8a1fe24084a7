import { preflight, refusing } from "@/app/_http/methods"
import { publicJson } from "@/app/_http/public-response"
import { publicRoute } from "@/app/_http/route"
import { listPublished } from "@/lib/notice"

export const GET = publicRoute(async ({ request, ctx }) =>
  publicJson(request, { notices: await listPublished(ctx, {}) }),
)

export const { POST, PUT, PATCH, DELETE } = refusing("GET")
export const OPTIONS = preflight
