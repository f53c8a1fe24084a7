import { Document } from "@/app/_document/document"
import { Button } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"

/** Asks whether the mails are to stop; without a key, says that none will come. */
export const StopPage = ({ locale, stopKey }: { readonly locale: Locale; readonly stopKey?: string }) => {
  const t = wordsFor(locale, "follow")
  const part = stopKey === undefined ? "stopped" : "stop"
  return (
    <Document locale={locale} path="/follow" title={t(`news.${part}.title`)} isPrivate>
      <h1 className="govuk-heading-l">{t(`news.${part}.title`)}</h1>
      <p className="govuk-body">{t(`news.${part}.text`)}</p>
      {stopKey === undefined ? null : (
        <form method="post" action={`/${locale}/follow/news/stop?key=${encodeURIComponent(stopKey)}`}>
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
