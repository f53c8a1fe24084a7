import { publicJson } from "@/app/_http/public-response"
import { publicRoute } from "@/app/_http/route"
import { slugOf } from "@/app/api/_contract/slug"
import { getPublished } from "@/lib/notice"

export const GET = publicRoute<{ slug: string }>(async ({ request, params, ctx }) =>
  publicJson(request, await getPublished(ctx, { slug: slugOf(params, "notice") })),
)
