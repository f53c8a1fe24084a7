import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { SummaryList } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"

type Props = { readonly locale: Locale; readonly email: string; readonly phone: string }

/** For questions that are no reports, which have a form of their own. */
export const ContactPage = ({ locale, email, phone }: Props) => {
  const t = wordsFor(locale, "about")
  const rows = [
    ...(email === ""
      ? []
      : [
          {
            key: t("contact.email"),
            value: (
              <a className="govuk-link" href={`mailto:${email}`}>
                {email}
              </a>
            ),
          },
        ]),
    ...(phone === "" ? [] : [{ key: t("contact.phone"), value: phone }]),
  ]
  return (
    <Document
      locale={locale}
      path="/contact"
      title={t("contact.title")}
      description={t("contact.description")}
      before={<Breadcrumbs locale={locale} />}
    >
      <div className="portal-prose">
        <h1 className="govuk-heading-xl">{t("contact.title")}</h1>
        <p className="govuk-body-l">{t("contact.lead")}</p>
        {rows.length > 0 ? <SummaryList rows={rows} /> : <p className="govuk-body">{t("contact.none")}</p>}
        <ul className="govuk-list">
          {(["report", "follow"] as const).map((way) => (
            <li key={way}>
              <a className="govuk-link" href={`/${locale}/${way}`}>
                {t(`contact.${way}`)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Document>
  )
}
