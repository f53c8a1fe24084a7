import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { ProseSections } from "@/app/_document/prose-sections"
import { type Locale, wordsFor } from "@/app/_words"

const sections = ["works", "checked", "gaps", "tell"] as const

export const AccessibilityPage = ({ locale }: { locale: Locale }) => {
  const t = wordsFor(locale, "accessibility")
  return (
    <Document
      locale={locale}
      path="/accessibility"
      title={t("title")}
      description={t("description")}
      before={<Breadcrumbs locale={locale} />}
    >
      <div className="portal-prose">
        <h1 className="govuk-heading-xl">{t("title")}</h1>
        <p className="govuk-body-l">{t("lead")}</p>
        <ProseSections
          sections={sections.map((section) => ({
            heading: t(`sections.${section}.heading`),
            text: t(`sections.${section}.text`),
          }))}
        />
        <p className="govuk-body">
          <a className="govuk-link" href={`/${locale}/contact`}>
            {t("contactLink")}
          </a>
        </p>
      </div>
    </Document>
  )
}
