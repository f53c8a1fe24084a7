import { preflight, refusing } from "@/app/_http/methods"
import { publicJson } from "@/app/_http/public-response"
import { publicRoute } from "@/app/_http/route"
import { listHeads } from "@/lib/reporter"

export const dynamic = "force-dynamic"

export const GET = publicRoute(async ({ request, ctx }) =>
  publicJson(request, { heads: await listHeads(ctx, {}) }),
)

export const { POST, PUT, PATCH, DELETE } = refusing("GET")
export const OPTIONS = preflight
