import { seeOther } from "@/app/_document/route/document-route"
import { formRoute, leadsTo } from "@/app/_document/route/form-route"
import { readReceiptCookie } from "@/app/_document/route/receipt-cookie"
import { refusing } from "@/app/_document/route/refusing"
import { ofReporter } from "@/app/_document/route/reporter-route"
import { wordsFor } from "@/app/_words"
import { followAfter } from "@/app/[locale]/follow/did"
import { answerForm } from "@/app/[locale]/follow/follow-forms"
import { answerQuestion } from "@/lib/tip"

export const dynamic = "force-dynamic"

export const GET = leadsTo("/follow")

export const POST = formRoute({
  name: answerForm,
  page: "/follow",
  keeps: (locale) => ({ answer: wordsFor(locale, "follow")("talk.answer"), questionId: "" }),
  send: async (call) => {
    const { questionId = "", answer = "" } = call.typed
    // The receipt's cookie ends after two hours, and an answer may take its time.
    if (answer.trim() !== "" && !(await readReceiptCookie(call.request))) return call.showTyped()
    return ofReporter<typeof call>(async ({ locale, reporter }) => {
      // A form sends line ends as CRLF whatever was typed.
      await answerQuestion(reporter, { questionId, answer: answer.replaceAll("\r\n", "\n") })
      return seeOther(followAfter(locale, "answered"))
    })(call)
  },
})

export const { PUT, PATCH, DELETE, OPTIONS } = refusing("GET", "POST")
