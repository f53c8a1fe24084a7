import { seeOther } from "@/app/_document/route/document-route"
import { type FormCall, formRoute, leadsTo } from "@/app/_document/route/form-route"
import { refusing } from "@/app/_document/route/refusing"
import { ofReporter } from "@/app/_document/route/reporter-route"
import { discardEvidence } from "@/lib/evidence"
import { isDomainError } from "@/lib/kernel/errors"

export const dynamic = "force-dynamic"

export const GET = leadsTo("/report/evidence")

/** Takes back a file that has not come; the page then shows how it stands, also where the file was quicker. */
export const POST = formRoute({
  name: "/report/evidence/discard",
  page: "/report/evidence",
  send: ofReporter<FormCall>(async ({ locale, receipt, reporter, typed: { evidenceId = "" } }) => {
    await discardEvidence(reporter, { tipId: receipt.tipId, evidenceId }).catch((error: unknown) => {
      if (!isDomainError(error) || (error.code !== "not-found" && error.code !== "conflict")) throw error
    })
    return seeOther(`/${locale}/report/evidence`)
  }),
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")
