import { readJson } from "@/app/_http/body"
import { refusing } from "@/app/_http/methods"
import { receiptContext } from "@/app/_http/request-context"
import { json, route } from "@/app/_http/route"
import { viewerOrigin } from "@/app/_http/viewer"
import { NewEvidence } from "@/app/api/_contract/tip"
import { announceFiles } from "@/lib/evidence"

export const POST = route<{ tipId: string }>(async ({ request, params: { tipId }, ctx }) => {
  const reporter = await receiptContext(request, ctx)
  const { evidence } = await readJson(request, NewEvidence)
  return json(
    { uploads: await announceFiles(reporter, { tipId, evidence, origin: viewerOrigin(request, ctx) }) },
    201,
  )
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refusing("POST")
