import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { ProseSections } from "@/app/_document/prose-sections"
import { type Locale, wordsFor } from "@/app/_words"
import { entryHoursMax } from "@/lib/form"
import { draftHoursMax } from "@/lib/reporter"
import type { Retention } from "@/lib/settings"
import { appealDays } from "@/lib/tip"

const sections = ["reading", "reporting", "files", "receipt", "sharing", "staff"] as const

type Props = { readonly locale: Locale; readonly retention: Retention }

/** Says what becomes of what people send, with the times that hold for who sends it now. */
export const PrivacyPage = ({ locale, retention: { contactDays, receivedDays, caseYears } }: Props) => {
  const t = wordsFor(locale, "privacy")
  const times = {
    contactDays: String(contactDays),
    draftHours: String(draftHoursMax),
    formHours: String(entryHoursMax),
    evidenceYears: String(caseYears),
    receivedDays: String(receivedDays),
    appealDays: String(appealDays),
  }
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
