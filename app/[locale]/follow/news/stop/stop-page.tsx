import { Document } from "@/app/_document/document"
import { EntryField } from "@/app/_document/form"
import { Button, ErrorSummary } from "@/app/_document/parts"
import type { ShownEntry } from "@/app/_document/route/form-entry"
import { refusalLine } from "@/app/_http/message"
import { type Locale, wordsFor } from "@/app/_words"

type Props = {
  readonly locale: Locale
  readonly stopKey?: string
  readonly entry?: ShownEntry | undefined
}

/** Asks whether the mails are to stop; without a key, says that none will come. */
export const StopPage = ({ locale, stopKey, entry }: Props) => {
  const t = wordsFor(locale, "follow")
  const part = stopKey === undefined ? "stopped" : "stop"
  return (
    <Document locale={locale} path="/follow" title={t(`news.${part}.title`)} isPrivate>
      <ErrorSummary
        locale={locale}
        errors={entry?.refusal ? [{ text: refusalLine(locale, entry.refusal) }] : []}
      />
      <h1 className="govuk-heading-l">{t(`news.${part}.title`)}</h1>
      <p className="govuk-body">{t(`news.${part}.text`)}</p>
      {stopKey === undefined ? null : (
        <form method="post" action={`/${locale}/follow/news/stop?key=${encodeURIComponent(stopKey)}`}>
          <EntryField entry={entry} />
          <Button>{t("news.stop.go")}</Button>
        </form>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={`/${locale}/follow`}>
          {t("title")}
        </a>
      </p>
    </Document>
  )
}
