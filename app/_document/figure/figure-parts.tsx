import type { ReactNode } from "react"
import { type Locale, wordsFor } from "@/app/_words"
import { DateText, dateText } from "../date-text"
import { Tag, type TagColour } from "../parts"
import type { FigureStatus, ShownFigure, Source } from "./figure"
import { metricText, noteText, valueText } from "./figure-text"

const statusColours: Record<FigureStatus, TagColour> = { final: "green", interim: "yellow", running: "blue" }

export const StatusTag = ({ locale, status }: { locale: Locale; status: FigureStatus }) => (
  <Tag colour={statusColours[status]}>{wordsFor(locale, "campaign")(`statuses.${status}`)}</Tag>
)

/** A figure as a card: what, how many, how sure, as of when. */
export const FigureCard = ({ locale, figure }: { locale: Locale; figure: ShownFigure }) => {
  const t = wordsFor(locale, "campaign")
  const note = noteText(locale, figure.note)
  return (
    <li className="portal-card">
      <h3 className="portal-card__label">{metricText(locale, figure.metric)}</h3>
      <p className="portal-card__value">{valueText(locale, figure)}</p>
      <p className="portal-card__note">
        <StatusTag locale={locale} status={figure.status} />{" "}
        <span>{t("asOf", { date: dateText(locale, figure.asOf) })}</span>
      </p>
      {note ? (
        <p className="portal-card__note" lang={typeof figure.note === "string" ? "en" : undefined}>
          {note}
        </p>
      ) : null}
    </li>
  )
}

export const FigureCards = ({ locale, figures }: { locale: Locale; figures: readonly ShownFigure[] }) => (
  <ul className="portal-cards">
    {figures.map((figure) => (
      <FigureCard key={`${figure.metric} ${figure.status}`} locale={locale} figure={figure} />
    ))}
  </ul>
)

/** Some of the imported sources give no plain address: they are named, not linked. */
const isAddress = (url: string) => /^https?:\/\/\S+$/.test(url) && URL.canParse(url)

export const SourceText = ({ locale, source }: { locale: Locale; source: Source }) => {
  const t = wordsFor(locale, "campaign")
  return (
    <>
      <span lang="en">
        {isAddress(source.url) ? (
          <a className="govuk-link" href={source.url} rel="noreferrer external">
            {source.title}
          </a>
        ) : (
          source.title
        )}
      </span>{" "}
      <span className="portal-source__from">
        {t("sourceOf", { publisher: source.publisher, date: dateText(locale, source.date) })}
      </span>{" "}
      <Tag colour={source.official ? "teal" : "grey"}>{t(source.official ? "official" : "unofficial")}</Tag>
    </>
  )
}

/** Each source once, in the order of its first mention. */
export const sourcesOf = (figures: readonly ShownFigure[]): Source[] => [
  ...new Map(figures.flatMap(({ sources }) => sources).map((source) => [source.url, source])).values(),
]

export const SourceList = ({ locale, sources }: { locale: Locale; sources: readonly Source[] }) => (
  <ol className="govuk-list govuk-list--number portal-sources">
    {sources.map((source) => (
      <li key={source.url}>
        <SourceText locale={locale} source={source} />
      </li>
    ))}
  </ol>
)

/** The figures with everything that qualifies them; sources by their number in the list below the table. */
export const FigureTable = ({ locale, figures }: { locale: Locale; figures: readonly ShownFigure[] }) => {
  const t = wordsFor(locale, "campaign")
  const sources = sourcesOf(figures)
  return (
    <>
      <Scroll label={t("page.table")}>
        <table className="govuk-table">
          <caption className="govuk-table__caption govuk-table__caption--m">{t("page.table")}</caption>
          <thead className="govuk-table__head">
            <tr>
              <th scope="col">{t("page.figure")}</th>
              <th scope="col" className="govuk-table__header--numeric">
                {t("page.value")}
              </th>
              <th scope="col">{t("page.status")}</th>
              <th scope="col">{t("page.date")}</th>
              <th scope="col">{t("page.precision")}</th>
              <th scope="col">{t("page.sourceColumn")}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={`${figure.metric} ${figure.status}`}>
                <th scope="row">{metricText(locale, figure.metric)}</th>
                <td className="govuk-table__cell--numeric">{valueText(locale, figure)}</td>
                <td>
                  <StatusTag locale={locale} status={figure.status} />
                </td>
                <td>
                  <DateText locale={locale} at={figure.asOf} />
                </td>
                <td>{t(figure.rounded ? "precision.rounded" : "precision.exact")}</td>
                <td>
                  {figure.sources
                    .map((source) => sources.findIndex(({ url }) => url === source.url) + 1)
                    .join(", ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {sources.length > 0 ? (
        <>
          <h3 className="govuk-heading-s">{t("sources")}</h3>
          <SourceList locale={locale} sources={sources} />
        </>
      ) : null}
    </>
  )
}

/** Lets a wide table scroll by itself, also by keyboard. */
export const Scroll = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must reach what scrolls (WCAG 2.1.1)
  <section className="portal-scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
)
