import { EntryField, type FormError, Textarea } from "@/app/_document/form"
import { Button, Details } from "@/app/_document/parts"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { type Locale, wordsFor } from "@/app/_words"
import { dayText } from "@/app/_words/date-text"
import { answerMax } from "@/lib/tip"

type Props = {
  readonly locale: Locale
  /** Until when one may object. */
  readonly until: string
  readonly errors: readonly FormError[]
  /** Of an objection that was not taken. */
  readonly entry: ShownEntry | undefined
}

/** How to object to the report being declined: another moderator than the first looks at it again, once. */
export const AppealPart = ({ locale, until, errors, entry }: Props) => {
  const t = wordsFor(locale, "follow")
  return (
    <Details summary={t("appeal.title")} isOpen={entry !== undefined}>
      <form method="post" action={`/${locale}/follow/appeal`} noValidate>
        <EntryField entry={entry} />
        <p className="govuk-body">{t("appeal.text", { date: dayText(locale, until) })}</p>
        <Textarea
          locale={locale}
          id="appeal"
          label={t("appeal.why")}
          hint={t("talk.answerHint", { max: answerMax })}
          error={errors.find(({ id }) => id === "appeal")?.text}
          rows={6}
          value={entry?.typed.appeal ?? ""}
        />
        <Button kind="secondary">{t("appeal.go")}</Button>
      </form>
    </Details>
  )
}
