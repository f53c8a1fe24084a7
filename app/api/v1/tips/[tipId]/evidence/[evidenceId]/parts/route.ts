import { readJson } from "@/app/_http/body"
import { refusing } from "@/app/_http/methods"
import { receiptContext } from "@/app/_http/request-context"
import { json, route } from "@/app/_http/route"
import { PartsWanted } from "@/app/api/_contract/tip"
import { discardParts, listParts, permitParts } from "@/lib/evidence"

type File = { tipId: string; evidenceId: string }

export const GET = route<File>(async ({ request, params, ctx }) =>
  json(await listParts(await receiptContext(request, ctx), params)),
)

export const POST = route<File>(async ({ request, params, ctx }) => {
  const reporter = await receiptContext(request, ctx)
  const { parts } = await readJson(request, PartsWanted)
  return json({ parts: await permitParts(reporter, { ...params, parts }) })
})

export const DELETE = route<File>(async ({ request, params, ctx }) => {
  await discardParts(await receiptContext(request, ctx), params)
  return new Response(null, { status: 204 })
})

export const { PUT, PATCH, OPTIONS } = refusing("GET", "POST", "DELETE")
