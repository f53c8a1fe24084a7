import { readJson } from "@/app/_adapter/body"
import { receiptContext } from "@/app/_adapter/request-context"
import { json, route } from "@/app/_adapter/route"
import { NewEvidence } from "@/app/api/_contract/tip"
import { announceFiles } from "@/lib/tip"

export const POST = route<{ tipId: string }>(async ({ request, params: { tipId }, ctx }) => {
  const reporter = await receiptContext(request, ctx)
  const { evidence } = await readJson(request, NewEvidence)
  return json({ uploads: await announceFiles(reporter, { tipId, evidence }) }, 201)
})
