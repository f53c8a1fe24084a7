import type { ReactNode } from "react"
import { Tag, type TagColour } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { dateText, dayText } from "@/app/_words/date-text"
import { amountText, metricText, noteText, valueText } from "@/app/_words/figure-text"
import type { Figure, FigureStatus, Source } from "@/lib/campaign"
import { isRepost } from "./figure"

const statusColours: Record<FigureStatus, TagColour> = { final: "green", interim: "yellow", running: "blue" }

export const StatusTag = ({ locale, status }: { locale: Locale; status: FigureStatus }) => (
  <Tag colour={statusColours[status]}>{wordsFor(locale, "campaign")(`statuses.${status}`)}</Tag>
)

/** What else the source says about the number. */
const Note = ({ locale, note }: { locale: Locale; note: string | undefined }) => {
  if (!note) return null
  const { text, lang } = noteText(locale, note)
  return (
    <span className="portal-note" lang={lang}>
      {text}
    </span>
  )
}

/** A figure as a card: what, how many, how sure, as of when. */
const FigureCard = ({ locale, figure }: { locale: Locale; figure: Figure }) => {
  const t = wordsFor(locale, "campaign")
  return (
    <li className="portal-card">
      <h3 className="portal-card__label">{metricText(locale, figure.metric)}</h3>
      <p className="portal-card__value">
        {figure.precision === "exact" ? null : (
          <>
            <span className="portal-card__about">{t(`preciseAlone.${figure.precision}`)}</span>
            {locale === "zh" ? "" : " "}
          </>
        )}
        {amountText(locale, figure)}
      </p>
      <p className="portal-card__note">
        <StatusTag locale={locale} status={figure.status} />
      </p>
      {figure.asOf ? (
        <p className="portal-card__note">{t("asOf", { date: dateText(locale, figure.asOf) })}</p>
      ) : null}
      {figure.publishedOn ? (
        <p className="portal-card__note">{t("published", { date: dayText(locale, figure.publishedOn) })}</p>
      ) : null}
      {isRepost(figure) ? <p className="portal-card__note">{t("repost")}</p> : null}
      {figure.counts ? <p className="portal-card__note">{t(`counts.${figure.counts}`)}</p> : null}
      <Note locale={locale} note={figure.note} />
    </li>
  )
}

export const FigureCards = ({ locale, figures }: { locale: Locale; figures: readonly Figure[] }) => (
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
  const isChinese = locale === "zh" && source.titleZh !== undefined
  const title = isChinese ? source.titleZh : source.title
  return (
    <>
      <span lang={isChinese ? undefined : "en"}>
        {isAddress(source.url) ? (
          <a className="govuk-link" href={source.url} rel="noreferrer external">
            {title}
          </a>
        ) : (
          title
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
export const sourcesOf = (figures: readonly Figure[]): Source[] => [
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

type LedgerProps = {
  readonly locale: Locale
  readonly campaign: string
  readonly ledger: NonNullable<Figure["ledger"]>
}

/** The source of a figure that was published here. */
const LedgerSource = ({ locale, campaign, ledger: { revision, entries } }: LedgerProps) => {
  const t = wordsFor(locale, "campaign")
  return (
    <>
      {t("revision.entries", { entries })}{" "}
      <a className="govuk-link" href={`/${locale}/campaigns/${campaign}/figures/${revision}`}>
        {t("revision.name", { number: revision })}
      </a>
    </>
  )
}

type FigureTableProps = {
  readonly locale: Locale
  readonly campaign: string
  readonly caption: string
  readonly figures: readonly Figure[]
  /** The list below the table, in which the last column counts. */
  readonly sources: readonly Source[]
}

/** Figures with everything that qualifies them. */
export const FigureTable = ({ locale, campaign, caption, figures, sources }: FigureTableProps) => {
  const t = wordsFor(locale, "campaign")
  const isCutOff = figures.some(({ asOf }) => asOf)
  const isPublished = figures.some(({ publishedOn }) => publishedOn)
  const isSourced = sources.length > 0 || figures.some(({ ledger }) => ledger)
  const numbersOf = (figure: Figure) =>
    figure.sources.map((source) => sources.findIndex(({ url }) => url === source.url) + 1)
  return (
    <Scroll locale={locale} name={caption}>
      <table className="govuk-table">
        <caption className="govuk-table__caption govuk-table__caption--m">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("page.figure")}</th>
            <th scope="col" className="govuk-table__header--numeric">
              {t("page.value")}
            </th>
            <th scope="col">{t("page.status")}</th>
            {isCutOff ? <th scope="col">{t("page.date")}</th> : null}
            {isPublished ? <th scope="col">{t("page.published")}</th> : null}
            <th scope="col">{t("page.precision")}</th>
            {isSourced ? <th scope="col">{t("page.sourceColumn")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.metric} ${figure.status}`}>
              <th scope="row">
                {metricText(locale, figure.metric)}
                {figure.counts ? <span className="portal-note">{t(`counts.${figure.counts}`)}</span> : null}
                <Note locale={locale} note={figure.note} />
              </th>
              <td className="govuk-table__cell--numeric">{valueText(locale, figure)}</td>
              <td>
                <StatusTag locale={locale} status={figure.status} />
              </td>
              {isCutOff ? (
                <td>
                  <Dated locale={locale} at={figure.asOf} />
                </td>
              ) : null}
              {isPublished ? (
                <td>
                  <Dated locale={locale} at={figure.publishedOn} />
                </td>
              ) : null}
              <td>{t(`precision.${figure.precision}`)}</td>
              {isSourced ? (
                <td>
                  {figure.ledger ? (
                    <LedgerSource locale={locale} campaign={campaign} ledger={figure.ledger} />
                  ) : (
                    numbersOf(figure).join(", ")
                  )}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

/** The day of a date that not every figure has. */
export const Dated = ({ locale, at }: { readonly locale: Locale; readonly at: string | undefined }) =>
  at ? <time dateTime={at}>{dayText(locale, at)}</time> : wordsFor(locale, "campaign")("notStated")

/** Lets a wide table scroll by itself, also by keyboard. */
export const Scroll = ({ locale, name, children }: { locale: Locale; name: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must reach what scrolls (WCAG 2.1.1)
  <section className="portal-scroll" aria-label={wordsFor(locale, "common")("table", { name })} tabIndex={0}>
    {children}
  </section>
)
