import { Document } from "@/app/_document/document"
import { Button, Panel, SummaryList } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { DateText } from "@/app/_words/date-text"
import { Keys } from "@/app/[locale]/report/keys"

type Props = {
  readonly locale: Locale
  readonly number: string
  readonly code: string
  readonly receivedAt: string
  /** Where number and code are asked for: a printed receipt has to say it. */
  readonly followUrl: string
}

export const ReceiptPage = ({ locale, number, code, receivedAt, followUrl }: Props) => {
  const t = wordsFor(locale, "report")
  return (
    <Document
      locale={locale}
      path="/report/receipt"
      title={t("receipt.title")}
      isPrivate
      modules={["draft.js"]}
    >
      <Panel title={t("saved.title")}>
        {t("saved.number")}
        <br />
        <strong>{number}</strong>
      </Panel>
      <h2 className="govuk-heading-m">{t("receipt.title")}</h2>
      <p className="govuk-body">{t("receipt.lead")}</p>
      <Keys locale={locale} number={number} code={code} />
      <SummaryList
        rows={[
          { key: t("receipt.file.when"), value: <DateText locale={locale} at={receivedAt} /> },
          { key: t("receipt.file.follow"), value: followUrl },
        ]}
      />
      <p className="govuk-body">{t("receipt.secret")}</p>
      <p className="govuk-body portal-screen">{t("receipt.print")}</p>
      <p className="govuk-body portal-screen">
        <a className="govuk-link" href={`/${locale}/report/receipt/file`} download>
          {t("receipt.save")}
        </a>
      </p>
      <h2 className="govuk-heading-m">{t("receipt.statement")}</h2>
      <p className="govuk-body">{t("receipt.statementText")}</p>
      <p className="govuk-body portal-screen">
        <a className="govuk-link" href={`/${locale}/report/statement`} download>
          {t("receipt.download")}
        </a>
      </p>
      <p className="govuk-body portal-screen">
        <a className="govuk-link" href={`/${locale}/report/evidence`}>
          {t("receipt.addFiles")}
        </a>
      </p>
      <form method="post" action={`/${locale}/report/receipt`}>
        <Button>{t("receipt.kept")}</Button>
        <p className="govuk-hint">{t("receipt.keptHint")}</p>
      </form>
    </Document>
  )
}
