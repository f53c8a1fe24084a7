import { figureRowId } from "@/app/_document/notice-body"
import { type Locale, wordsFor } from "@/app/_words"
import { metricText, valueText } from "@/app/_words/figure-text"
import type { Campaign } from "@/lib/campaign"
import type { FrozenFigure } from "@/lib/notice"
import { Dated, Scroll, StatusTag } from "./figure-parts"

type Props = {
  readonly locale: Locale
  readonly figures: readonly FrozenFigure[]
  /** To name each figure's campaign. */
  readonly campaigns: readonly Campaign[]
}

/** The figures of a notice as they stood when it was published; the numbers in the text lead here. */
export const FrozenFigures = ({ locale, figures, campaigns }: Props) => {
  const t = wordsFor(locale, "notice")
  const words = wordsFor(locale, "campaign")
  const nameOf = (slug: string) => campaigns.find((one) => one.slug === slug)?.name[locale] ?? slug
  return (
    <Scroll locale={locale} name={t("figures")}>
      <table className="govuk-table">
        <caption className="govuk-visually-hidden">{t("figures")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("figure")}</th>
            <th scope="col" className="govuk-table__header--numeric">
              {t("value")}
            </th>
            <th scope="col">{t("status")}</th>
            <th scope="col">{t("asOf")}</th>
            <th scope="col">{words("page.published")}</th>
            <th scope="col">{t("precision")}</th>
            <th scope="col">{t("campaign")}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure, index) => (
            <tr id={figureRowId(index)} key={figure.reference}>
              <th scope="row">{metricText(locale, figure.metric)}</th>
              <td className="govuk-table__cell--numeric">{valueText(locale, figure)}</td>
              <td>
                <StatusTag locale={locale} status={figure.status} />
              </td>
              <td>
                <Dated locale={locale} at={figure.asOf} />
              </td>
              <td>
                <Dated locale={locale} at={figure.publishedOn} />
              </td>
              <td>{words(`precision.${figure.precision}`)}</td>
              <td>
                <a className="govuk-link" href={`/${locale}/campaigns/${figure.campaign}`}>
                  {nameOf(figure.campaign)}
                </a>
                {figure.revision ? (
                  <>
                    {" · "}
                    <a
                      className="govuk-link"
                      href={`/${locale}/campaigns/${figure.campaign}/figures/${figure.revision}`}
                    >
                      {words("revision.name", { number: figure.revision })}
                    </a>
                  </>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
