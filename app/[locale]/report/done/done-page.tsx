import { Document } from "@/app/_document/document"
import { type Locale, wordsFor } from "@/app/_words"
import { answerDaysMax } from "@/lib/tip"

const steps = ["screening", "decision", "follow"] as const

export const DonePage = ({ locale }: { locale: Locale }) => {
  const t = wordsFor(locale, "report")
  return (
    <Document locale={locale} path="/report/done" title={t("done.title")} isPrivate>
      <h1 className="govuk-heading-l">{t("done.title")}</h1>
      <h2 className="govuk-heading-m">{t("done.next")}</h2>
      <ol className="govuk-list govuk-list--number">
        {steps.map((step) => (
          <li key={step}>{t(`done.steps.${step}`)}</li>
        ))}
      </ol>
      <p className="govuk-body">{t("done.when", { days: answerDaysMax })}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={`/${locale}/follow`}>
          {t("done.follow")}
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={`/${locale}/report`}>
          {t("done.another")}
        </a>
      </p>
    </Document>
  )
}
