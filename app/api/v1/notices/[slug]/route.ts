import { preflight, refusing } from "@/app/_http/methods"
import { publicJson } from "@/app/_http/public-response"
import { publicRoute } from "@/app/_http/route"
import { openNotice } from "@/app/api/_contract/notice"
import { slugOf } from "@/app/api/_contract/slug"
import { getPublished } from "@/lib/notice"

export const GET = publicRoute<{ slug: string }>(async ({ request, params, ctx }) =>
  publicJson(request, openNotice(await getPublished(ctx, { slug: slugOf(params, "notice") }))),
)

export const { POST, PUT, PATCH, DELETE } = refusing("GET")
export const OPTIONS = preflight
