import { openJson } from "@/app/_adapter/open-answer"
import { openRoute } from "@/app/_adapter/route"
import { listPublished } from "@/lib/notice"

export const GET = openRoute(async ({ request, ctx }) =>
  openJson(request, { notices: await listPublished(ctx, {}) }),
)
