import { preflight, refusing } from "@/app/_http/methods"
import { publicJson } from "@/app/_http/public-response"
import { publicRoute } from "@/app/_http/route"
import { openRevision } from "@/app/api/_contract/campaign"
import { slugOf } from "@/app/api/_contract/slug"
import { DomainError } from "@/lib/kernel/errors"
import { listRevisions } from "@/lib/statistics"

export const GET = publicRoute<{ slug: string; number: string }>(async ({ request, params, ctx }) => {
  const campaign = slugOf(params, "campaign")
  const revisions = await listRevisions(ctx, { campaign })
  const revision = revisions.find(({ number }) => String(number) === params.number)
  if (!revision) throw new DomainError("not-found", { reason: "figures" })
  return publicJson(request, { campaign, ...openRevision(revision) })
})

export const { POST, PUT, PATCH, DELETE } = refusing("GET")
export const OPTIONS = preflight
