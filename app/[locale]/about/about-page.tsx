import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { ProseSections } from "@/app/_document/prose-sections"
import { type Locale, wordsFor } from "@/app/_words"

const sections = ["who", "loop", "figures"] as const

export const AboutPage = ({ locale }: { locale: Locale }) => {
  const t = wordsFor(locale, "about")
  return (
    <Document
      locale={locale}
      path="/about"
      title={t("about.title")}
      description={t("about.description")}
      before={<Breadcrumbs locale={locale} />}
    >
      <div className="portal-prose">
        <h1 className="govuk-heading-xl">{t("about.title")}</h1>
        <p className="govuk-body-l">{t("about.lead")}</p>
        <ProseSections
          sections={sections.map((section) => ({
            heading: t(`about.sections.${section}.heading`),
            text: t(`about.sections.${section}.text`),
          }))}
        />
      </div>
    </Document>
  )
}
