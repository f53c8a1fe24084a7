import { openJson } from "@/app/_http/open-answer"
import { openRoute } from "@/app/_http/route"
import { slugOf } from "@/app/api/_contract/slug"
import { getPublished } from "@/lib/notice"

export const GET = openRoute<{ slug: string }>(async ({ request, params, ctx }) =>
  openJson(request, await getPublished(ctx, { slug: slugOf(params, "notice") })),
)
