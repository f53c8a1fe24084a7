import { Document } from "@/app/_document/document"
import { Button, SummaryList } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"

type Props = {
  readonly locale: Locale
  readonly receipt: Readonly<Record<string, string>>
}

/** What opens the objection later, shown to the browser that sent it. */
export const SentPage = ({ locale, receipt }: Props) => {
  const t = wordsFor(locale, "objection")
  return (
    <Document locale={locale} path="/sites/objection" title={t("sent.title")} isPrivate>
      <h1 className="govuk-heading-l">{t("sent.title")}</h1>
      <p className="govuk-body">{t("sent.text")}</p>
      <SummaryList
        rows={[
          { key: t("sent.number"), value: <code>{receipt.number}</code> },
          { key: t("sent.code"), value: <code>{receipt.code}</code> },
        ]}
      />
      <p className="govuk-body">{t("lead")}</p>
      <form method="post" action={`/${locale}/sites/objection/follow`}>
        <input type="hidden" name="number" value={receipt.number} />
        <input type="hidden" name="code" value={receipt.code} />
        <Button kind="secondary">{t("addFiles")}</Button>
      </form>
    </Document>
  )
}
