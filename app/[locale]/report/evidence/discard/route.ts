import { seeOther } from "@/app/_document/route/document-route"
import { reporterRoute } from "@/app/_document/route/reporter-route"
import { readForm } from "@/app/_http/body"
import { discardEvidence } from "@/lib/evidence"
import { isDomainError } from "@/lib/kernel/errors"

export const dynamic = "force-dynamic"

/** Takes back a file that has not come; the page then shows how it stands, also where the file was quicker. */
export const POST = reporterRoute(async ({ request, locale, receipt, reporter }) => {
  const { evidenceId = "" } = await readForm(request)
  await discardEvidence(reporter, { tipId: receipt.tipId, evidenceId }).catch((error: unknown) => {
    if (!isDomainError(error) || (error.code !== "not-found" && error.code !== "conflict")) throw error
  })
  return seeOther(`/${locale}/report/evidence`)
})
