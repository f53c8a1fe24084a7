import { seeOther } from "@/app/_document/route/document-route"
import { reporterRoute } from "@/app/_document/route/reporter-route"
import { readForm } from "@/app/_http/body"
import { issueMessage } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"
import { showFollowed } from "@/app/[locale]/follow/show-followed"
import { type DomainError, isDomainError } from "@/lib/kernel/errors"
import { answerQuestion } from "@/lib/tip"

export const dynamic = "force-dynamic"

export const POST = reporterRoute(async ({ request, locale, reporter }) => {
  const { questionId = "", answer = "" } = await readForm(request)
  // A form sends line ends as CRLF whatever was typed.
  const typed = answer.replaceAll("\r\n", "\n")
  try {
    await answerQuestion(reporter, { questionId, answer: typed })
    return seeOther(`/${locale}/follow`)
  } catch (error) {
    if (!isDomainError(error) || (error.code !== "invalid" && error.reason !== "question-closed")) throw error
    return showFollowed(reporter, locale, {
      typed,
      errors: complaints(locale, error),
      status: error.code === "invalid" ? 422 : 409,
    })
  }
})

const complaints = (locale: Locale, { code, issues }: DomainError) => {
  const t = wordsFor(locale, "follow")
  if (code !== "invalid") return [{ id: "answer", text: t("talk.closed") }]
  return issues.map((issue) => ({
    id: "answer",
    text: issue.rule === "required" ? t("talk.needed") : issueMessage(locale, issue),
  }))
}
