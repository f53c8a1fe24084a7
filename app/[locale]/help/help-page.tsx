import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { ProseSections } from "@/app/_document/prose-sections"
import { type Locale, wordsFor } from "@/app/_words"

const sections = ["where", "evidence", "follow", "lost"] as const

export const HelpPage = ({ locale }: { locale: Locale }) => {
  const t = wordsFor(locale, "about")
  return (
    <Document
      locale={locale}
      path="/help"
      title={t("help.title")}
      description={t("help.description")}
      before={<Breadcrumbs locale={locale} />}
    >
      <div className="portal-prose">
        <h1 className="govuk-heading-xl">{t("help.title")}</h1>
        <p className="govuk-body-l">{t("help.lead")}</p>
        <ProseSections
          sections={sections.map((section) => ({
            heading: t(`help.sections.${section}.heading`),
            text: t(`help.sections.${section}.text`),
          }))}
        />
      </div>
    </Document>
  )
}
