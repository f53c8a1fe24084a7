import { EntryField, type FormError, Textarea } from "@/app/_document/form"
import { Button, Inset } from "@/app/_document/parts"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { type Locale, wordsFor } from "@/app/_words"
import { DateText, dayText } from "@/app/_words/date-text"
import type { Followed } from "@/lib/reporter"
import { answerMax } from "@/lib/tip"

type Messages = Followed["messages"]

type AnswerProps = {
  readonly locale: Locale
  readonly question: Messages[number]
  /** Until when the staff waits. */
  readonly answerBy: string | undefined
  readonly errors: readonly FormError[]
  /** Of an answer that was not taken. */
  readonly entry: ShownEntry | undefined
}

/** The question that waits, and the form to answer it. */
export const AnswerForm = ({ locale, question, answerBy, errors, entry }: AnswerProps) => {
  const t = wordsFor(locale, "follow")
  return (
    <section aria-labelledby="question">
      <h2 className="govuk-heading-m" id="question">
        {t("talk.question")}
      </h2>
      <Inset>
        <p className="govuk-body portal-typed">{question.text}</p>
      </Inset>
      {answerBy ? <p className="govuk-body">{t("talk.until", { date: dayText(locale, answerBy) })}</p> : null}
      <form method="post" action={`/${locale}/follow/answer`} noValidate>
        <EntryField entry={entry} />
        <input type="hidden" name="questionId" value={question.messageId} />
        <Textarea
          locale={locale}
          id="answer"
          label={t("talk.answer")}
          hint={t("talk.answerHint", { max: answerMax })}
          error={errors.find(({ id }) => id === "answer")?.text}
          rows={6}
          value={entry?.typed.answer ?? ""}
        />
        <Button>{t("talk.send")}</Button>
      </form>
    </section>
  )
}

/** What was asked and answered, oldest first. */
export const Conversation = ({ locale, messages }: { locale: Locale; messages: Messages }) => {
  const t = wordsFor(locale, "follow")
  if (messages.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m" id="talk">
        {t("talk.title")}
      </h2>
      <ol className="govuk-list govuk-list--spaced">
        {messages.map(({ messageId, from, text, sentAt }) => (
          <li key={messageId}>
            <strong>{t(from === "moderator" ? "talk.asked" : "talk.answered")}</strong>
            {" · "}
            <DateText locale={locale} at={sentAt} />
            <p className="govuk-body portal-typed">{text}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
