import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { Scroll } from "@/app/_document/figure/figure-parts"
import { Inset } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { openData } from "@/app/_words/en/open-data"
import type { Campaign } from "@/lib/campaign"

const fields = Object.keys(openData.meanings) as (keyof typeof openData.meanings)[]

const addresses = (locale: Locale) =>
  [
    { what: "campaigns", href: "/api/v1/campaigns", format: "JSON" },
    { what: "notices", href: "/api/v1/notices", format: "JSON" },
    { what: "feed", href: `/${locale}/notices/feed.xml`, format: "Atom" },
    { what: "interfaceDescription", href: "/api/openapi.json", format: "OpenAPI 3.1" },
  ] as const

export const OpenDataPage = ({ locale, campaigns }: { locale: Locale; campaigns: readonly Campaign[] }) => {
  const t = wordsFor(locale, "openData")
  return (
    <Document
      locale={locale}
      path="/open-data"
      title={t("title")}
      description={t("description")}
      before={<Breadcrumbs locale={locale} />}
    >
      <h1 className="govuk-heading-xl">{t("title")}</h1>
      <p className="govuk-body-l portal-measure">{t("lead")}</p>
      <h2 className="govuk-heading-l">{t("addresses")}</h2>
      <Scroll locale={locale} name={t("addresses")}>
        <table className="govuk-table">
          <caption className="govuk-visually-hidden">{t("addresses")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("what")}</th>
              <th scope="col">{t("address")}</th>
              <th scope="col">{t("format")}</th>
            </tr>
          </thead>
          <tbody>
            {addresses(locale).map(({ what, href, format }) => (
              <tr key={href}>
                <th scope="row">{t(what)}</th>
                <td>
                  <a className="govuk-link" href={href}>
                    <code>{href}</code>
                  </a>
                </td>
                <td>{format}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <CampaignFiles locale={locale} campaigns={campaigns} />
      <h2 className="govuk-heading-l">{t("fields")}</h2>
      <Scroll locale={locale} name={t("fields")}>
        <table className="govuk-table">
          <caption className="govuk-visually-hidden">{t("fields")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("field")}</th>
              <th scope="col">{t("meaning")}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row">
                  <code>{field}</code>
                </th>
                <td>{t(`meanings.${field}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Inset>{t("absent")}</Inset>
      <h2 className="govuk-heading-l">{t("licence")}</h2>
      <p className="govuk-body portal-measure">{t("licenceText")}</p>
    </Document>
  )
}

const CampaignFiles = ({ locale, campaigns }: { locale: Locale; campaigns: readonly Campaign[] }) => {
  const t = wordsFor(locale, "openData")
  if (campaigns.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-l">{t("perCampaign")}</h2>
      <ul className="portal-list">
        {campaigns.map(({ slug, name }) => (
          <li className="portal-list__item portal-files" key={slug}>
            <span>{name[locale]}</span>
            <a className="govuk-link" href={`/api/v1/campaigns/${slug}/figures`}>
              JSON<span className="govuk-visually-hidden"> {name[locale]}</span>
            </a>
            <a className="govuk-link" href={`/api/v1/campaigns/${slug}/figures.csv`}>
              CSV<span className="govuk-visually-hidden"> {name[locale]}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
