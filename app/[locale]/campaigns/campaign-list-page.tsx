import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { figureSets, standing } from "@/app/_document/figure/figure"
import { Scroll, SourceText } from "@/app/_document/figure/figure-parts"
import { YearsChart, yearPoints } from "@/app/_document/figure/years-chart"
import { Tag } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { noteText } from "@/app/_words/figure-text"
import { type CampaignFigures, type HistoryRow, metrics } from "@/lib/campaign"
import { periodText } from "./campaign-text"

type Props = {
  readonly locale: Locale
  readonly all: readonly CampaignFigures[]
  readonly history: readonly HistoryRow[]
}

/** Campaigns with their figures by year; a demo campaign is no year of the record. */
export const recordOf = (all: readonly CampaignFigures[]) =>
  all
    .filter(({ campaign }) => !campaign.demo)
    .map(({ campaign, figures }) => ({ year: campaign.year, figures }))

export const CampaignListPage = ({ locale, all, history }: Props) => {
  const t = wordsFor(locale, "campaign")
  return (
    <Document
      locale={locale}
      path="/campaigns"
      title={t("list.title")}
      description={t("list.description")}
      before={<Breadcrumbs locale={locale} />}
    >
      <h1 className="govuk-heading-xl">{t("list.title")}</h1>
      <p className="govuk-body-l portal-measure">{t("list.lead")}</p>
      <h2 className="govuk-heading-l">{t("list.campaigns")}</h2>
      <CampaignTable locale={locale} all={all} />
      <h2 className="govuk-heading-l">{t("list.overYears")}</h2>
      <p className="govuk-body portal-measure">{t("list.overYearsNote")}</p>
      <div className="portal-charts">
        {metrics.map((metric) => (
          <YearsChart
            key={metric}
            locale={locale}
            metric={metric}
            points={yearPoints(recordOf(all), (figures) => standing(figures, metric))}
          />
        ))}
      </div>
      {history.length > 0 ? <History locale={locale} history={history} /> : null}
    </Document>
  )
}

const CampaignTable = ({ locale, all }: Pick<Props, "locale" | "all">) => {
  const t = wordsFor(locale, "campaign")
  return (
    <Scroll locale={locale} name={t("list.campaigns")}>
      <table className="govuk-table portal-table">
        <caption className="govuk-visually-hidden">{t("list.campaigns")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("list.campaign")}</th>
            <th scope="col">{t("list.time")}</th>
            <th scope="col">{t("list.figures")}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ campaign, figures }) => (
            <tr key={campaign.slug}>
              <th scope="row">
                <a className="govuk-link" href={`/${locale}/campaigns/${campaign.slug}`}>
                  {campaign.name[locale]}
                </a>{" "}
                {campaign.demo ? <Tag colour="purple">{t("demo")}</Tag> : null}
              </th>
              <td>{campaign.state === "running" ? t("state.running") : periodText(locale, campaign)}</td>
              <td>
                {figures.length === 0
                  ? t("list.figureCount", { count: 0 })
                  : figureSets(figures)
                      .map(({ status, figures: set }) =>
                        t("list.ofStatus", {
                          status: t(`statuses.${status}`),
                          count: t("list.figureCount", { count: set.length }),
                        }),
                      )
                      .join(t("list.and"))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const History = ({ locale, history }: Pick<Props, "locale" | "history">) => {
  const t = wordsFor(locale, "campaign")
  return (
    <>
      <h2 className="govuk-heading-l">{t("list.history")}</h2>
      <p className="govuk-body portal-measure">{t("list.historyNote")}</p>
      <ul className="govuk-list govuk-list--bullet portal-measure">
        {history.map(({ text, source }) => (
          <li key={text}>
            <span lang={noteText(locale, text).lang}>{noteText(locale, text).text}</span>
            {locale === "zh" ? "。" : ". "}
            <SourceText locale={locale} source={source} />
          </li>
        ))}
      </ul>
    </>
  )
}
