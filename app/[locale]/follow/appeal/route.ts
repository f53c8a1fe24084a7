import { seeOther } from "@/app/_document/route/document-route"
import { formRoute, leadsTo } from "@/app/_document/route/form-route"
import { readReceiptCookie } from "@/app/_document/route/receipt-cookie"
import { refusing } from "@/app/_document/route/refusing"
import { ofReporter } from "@/app/_document/route/reporter-route"
import { wordsFor } from "@/app/_words"
import { followAfter } from "@/app/[locale]/follow/did"
import { appealForm } from "@/app/[locale]/follow/follow-forms"
import { appealTip } from "@/lib/tip"

export const dynamic = "force-dynamic"

export const GET = leadsTo("/follow")

export const POST = formRoute({
  name: appealForm,
  page: "/follow",
  keeps: (locale) => ({ appeal: wordsFor(locale, "follow")("appeal.why") }),
  send: async (call) => {
    const { appeal = "" } = call.typed
    // The receipt's cookie ends after two hours, and writing may take its time.
    if (appeal.trim() !== "" && !(await readReceiptCookie(call.request))) return call.showTyped()
    return ofReporter<typeof call>(async ({ locale, reporter }) => {
      await appealTip(reporter, { appeal: appeal.replaceAll("\r\n", "\n") })
      return seeOther(followAfter(locale, "appealed"))
    })(call)
  },
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")
