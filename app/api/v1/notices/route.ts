import { openJson } from "@/app/_http/open-answer"
import { openRoute } from "@/app/_http/route"
import { listPublished } from "@/lib/notice"

export const GET = openRoute(async ({ request, ctx }) =>
  openJson(request, { notices: await listPublished(ctx, {}) }),
)
