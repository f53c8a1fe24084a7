import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { ProseSections } from "@/app/_document/prose-sections"
import { type Locale, wordsFor } from "@/app/_words"
import { retention } from "@/lib/evidence"
import { entryHoursMax } from "@/lib/form"
import { draftHoursMax } from "@/lib/reporter"

const sections = ["reading", "reporting", "files", "receipt", "sharing", "staff"] as const
/** As lib/tip erases contacts and lib/evidence locks originals. */
const times = {
  contactDays: "365",
  draftHours: String(draftHoursMax),
  formHours: String(entryHoursMax),
  evidenceYears: String(retention.caseYears),
  receivedDays: String(retention.receivedDays),
  appealDays: String(retention.appealDays),
}

export const PrivacyPage = ({ locale }: { locale: Locale }) => {
  const t = wordsFor(locale, "privacy")
  return (
    <Document
      locale={locale}
      path="/privacy"
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
            text: t(`sections.${section}.text`, times),
          }))}
        />
      </div>
    </Document>
  )
}
