import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { type FigureSet, figureSets, standing } from "@/app/_document/figure/figure"
import { FigureCards, FigureTable, SourceList, sourcesOf } from "@/app/_document/figure/figure-parts"
import { YearsChart, yearPoints } from "@/app/_document/figure/years-chart"
import { Inset, SummaryList, type SummaryRow, Tag, Warning } from "@/app/_document/parts"
import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { recordOf } from "@/app/[locale]/campaigns/campaign-list-page"
import { agencyText, focusText, periodText } from "@/app/[locale]/campaigns/campaign-text"
import { type Campaign, type CampaignFigures, type Figure, metrics } from "@/lib/campaign"
import type { PublishedSet } from "@/lib/statistics"
import { RevisionList } from "./revision-list"

type Props = CampaignFigures & {
  readonly locale: Locale
  /** Every campaign, this one too, to stand beside it. */
  readonly all: readonly CampaignFigures[]
  /** What this portal published of its figures, newest first. */
  readonly revisions: readonly PublishedSet[]
}

export const CampaignPage = ({ locale, campaign, figures, all, revisions }: Props) => {
  const t = wordsFor(locale, "campaign")
  const name = campaign.name[locale]
  const sets = figureSets(figures)
  const [shown] = sets
  const compared = campaign.demo ? [] : metrics.filter((metric) => standing(figures, metric))
  return (
    <Document
      locale={locale}
      path={`/campaigns/${campaign.slug}`}
      title={name}
      description={t("page.description", { name })}
      before={
        <Breadcrumbs locale={locale} crumbs={[{ href: `/${locale}/campaigns`, text: t("list.title") }]} />
      }
    >
      <h1 className="govuk-heading-xl portal-heading">
        {name} {campaign.state === "running" ? <Tag colour="blue">{t("state.running")}</Tag> : null}{" "}
        {campaign.demo ? <Tag colour="purple">{t("demo")}</Tag> : null}
      </h1>
      {campaign.demo ? <Warning locale={locale}>{t("demoNote")}</Warning> : null}
      <SummaryList rows={facts(locale, campaign)} />
      {sets.length === 0 ? (
        <Inset>{campaign.absent?.[locale] ?? t(`page.none.${campaign.state}`)}</Inset>
      ) : null}
      {shown ? (
        <section aria-labelledby="figures">
          <h2 className="govuk-heading-l" id="figures">
            {t(`page.${shown.status}`)}
          </h2>
          <p className="govuk-body portal-measure">
            {t(shown.status === "interim" ? "page.interimOnlyLead" : `page.${shown.status}Lead`)}{" "}
            {shown.figures.some(({ ledger }) => ledger) ? t("page.fromLedger") : null}
          </p>
          <FigureCards locale={locale} figures={shown.figures} />
          <TakenBack locale={locale} figures={shown.figures} />
        </section>
      ) : null}
      {compared.length > 0 ? (
        <section aria-labelledby="compared">
          <h2 className="govuk-heading-l" id="compared">
            {t("page.compared")}
          </h2>
          <p className="govuk-body portal-measure">{t("page.comparedNote")}</p>
          <div className="portal-charts">
            {compared.map((metric) => (
              <YearsChart
                key={metric}
                locale={locale}
                metric={metric}
                points={yearPoints(recordOf(all), (of) => standing(of, metric))}
                highlight={campaign.year}
              />
            ))}
          </div>
        </section>
      ) : null}
      {sets.length > 0 ? <FigureTables locale={locale} campaign={campaign.slug} sets={sets} /> : null}
      {revisions.length > 0 ? (
        <RevisionList locale={locale} campaign={campaign.slug} revisions={revisions} />
      ) : null}
      {sets.length > 0 ? (
        <section aria-labelledby="how">
          <h2 className="govuk-heading-l" id="how">
            {t("page.how")}
          </h2>
          <p className="govuk-body portal-measure">
            {t(campaign.state === "past" ? "page.howImported" : "page.howCounted")}
          </p>
          <p className="govuk-body">
            {t("page.data")}:{" "}
            <a className="govuk-link" href={`/api/v1/campaigns/${campaign.slug}/figures`}>
              JSON
            </a>
            {locale === "zh" ? "、" : ", "}
            <a className="govuk-link" href={`/api/v1/campaigns/${campaign.slug}/figures.csv`}>
              CSV
            </a>
          </p>
        </section>
      ) : null}
    </Document>
  )
}

type TakenBackProps = { readonly locale: Locale; readonly figures: readonly Figure[] }

/** How many of the measures behind published figures were taken back as wrong. */
const TakenBack = ({ locale, figures }: TakenBackProps) => {
  const told = figures.flatMap(({ ledger }) =>
    ledger?.reversals === undefined ? [] : [{ entries: ledger.entries, reversals: ledger.reversals }],
  )
  const reversals = told.reduce((sum, one) => sum + one.reversals, 0)
  // A reversal is an entry, too.
  const measures = told.reduce((sum, one) => sum + one.entries, 0) - reversals
  if (measures === 0) return null
  const share = formatFor(locale).number(reversals / measures, { style: "percent", maximumFractionDigits: 1 })
  return (
    <p className="govuk-body portal-measure">
      {wordsFor(locale, "campaign")("page.takenBack", { measures, reversals, share })}
    </p>
  )
}

type TablesProps = {
  readonly locale: Locale
  readonly campaign: string
  readonly sets: readonly FigureSet[]
}

/** Every figure with its sources; a table for each status, since they are never added up. */
const FigureTables = ({ locale, campaign, sets }: TablesProps) => {
  const t = wordsFor(locale, "campaign")
  const has = (status: FigureSet["status"]) => sets.some((set) => set.status === status)
  const sources = sourcesOf(sets.flatMap(({ figures }) => figures))
  return (
    <section aria-labelledby="all">
      <h2 className="govuk-heading-l" id="all">
        {t("page.table")}
      </h2>
      {has("final") && has("interim") ? (
        <p className="govuk-body portal-measure">{t("page.interimLead")}</p>
      ) : null}
      {has("running") && sets.length > 1 ? (
        <p className="govuk-body portal-measure">{t("page.runningBeside")}</p>
      ) : null}
      {sets.map(({ status, figures }) => (
        <FigureTable
          key={status}
          locale={locale}
          campaign={campaign}
          caption={t(`page.${status}`)}
          figures={figures}
          sources={sources}
        />
      ))}
      {sources.length > 0 ? (
        <>
          <h3 className="govuk-heading-m">{t("sources")}</h3>
          <SourceList locale={locale} sources={sources} />
        </>
      ) : null}
    </section>
  )
}

const facts = (locale: Locale, campaign: Campaign): SummaryRow[] => {
  const t = wordsFor(locale, "campaign")
  const list = (items: readonly string[]) => formatFor(locale).list(items, { type: "conjunction" })
  const when = [
    periodText(locale, campaign),
    ...(campaign.ordinal ? [t("ordinal", { ordinal: campaign.ordinal })] : []),
  ].join(locale === "zh" ? "；" : "; ")
  return [
    { key: t("page.when"), value: when },
    ...(campaign.agencies.length > 0
      ? [{ key: t("page.agencies"), value: list(campaign.agencies.map((one) => agencyText(locale, one))) }]
      : []),
    ...(campaign.focus.length > 0
      ? [{ key: t("page.focus"), value: list(campaign.focus.map((one) => focusText(locale, one))) }]
      : []),
  ]
}
