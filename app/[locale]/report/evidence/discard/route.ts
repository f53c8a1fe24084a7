import { readForm } from "@/app/_adapter/body"
import { seeOther } from "@/app/_adapter/document-route"
import { reporterRoute } from "@/app/_adapter/reporter-route"
import { isDomainError } from "@/lib/kernel/errors"
import { discardEvidence } from "@/lib/tip"

export const dynamic = "force-dynamic"

/** Takes back a file that has not come; the page then shows how it stands, also where the file was quicker. */
export const POST = reporterRoute(async ({ request, locale, held, reporter }) => {
  const { evidenceId = "" } = await readForm(request)
  await discardEvidence(reporter, { tipId: held.tipId, evidenceId }).catch((error: unknown) => {
    if (!isDomainError(error) || (error.code !== "not-found" && error.code !== "conflict")) throw error
  })
  return seeOther(`/${locale}/report/evidence`)
})
