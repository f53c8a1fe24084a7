import { publicJson } from "@/app/_http/public-response"
import { publicRoute } from "@/app/_http/route"
import { listPublished } from "@/lib/notice"

export const GET = publicRoute(async ({ request, ctx }) =>
  publicJson(request, { notices: await listPublished(ctx, {}) }),
)
