import { type Locale, wordsFor } from "@/app/_words"
import { Document } from "./document"
import { html } from "./html"

export const NotFound = ({ locale }: { locale: Locale }) => {
  const t = wordsFor(locale, "common")
  return (
    <Document locale={locale} path="/not-found" title={t("notFound.title")} isPrivate>
      <h1 className="govuk-heading-l">{t("notFound.title")}</h1>
      <p className="govuk-body">{t("notFound.text")}</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <a className="govuk-link" href={`/${locale}`}>
            {t("home")}
          </a>
        </li>
        {(["notices", "campaigns", "report", "follow"] as const).map((section) => (
          <li key={section}>
            <a className="govuk-link" href={`/${locale}/${section}`}>
              {t(`sections.${section}`)}
            </a>
          </li>
        ))}
      </ul>
    </Document>
  )
}

export const notFound = (locale: Locale) => html(<NotFound locale={locale} />, { status: 404 })
