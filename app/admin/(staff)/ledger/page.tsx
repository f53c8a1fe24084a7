import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { Pager } from "@/app/admin/_ui/list/pager"
import { Tabs } from "@/app/admin/_ui/list/tabs"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { RunningFigures } from "@/app/admin/(staff)/campaigns/_parts/running-figures"
import { listAuthorities } from "@/lib/authority"
import { getCampaign, listCampaigns, metrics } from "@/lib/campaign"
import { listLedger, recordMeasureRows } from "@/lib/measure"
import { readParts } from "@/lib/statistics"
import { FigureParts } from "./_parts/figure-parts"
import { LedgerFilter } from "./_parts/ledger-filter"
import { MeasureTable } from "./_parts/measure-table"

const LedgerPage = consolePage(async ({ ctx, person, locale, search }) => {
  const t = wordsFor(locale, "consoleDesk")
  const counting = (await listCampaigns(ctx, {})).filter(({ state }) => state !== "past")
  const slug = counting.find((one) => one.slug === search.campaign)?.slug ?? counting[0]?.slug ?? ""
  const { cursor, asOf, until } = search
  const metric = metrics.find((one) => one === search.metric)
  const part = { ...(metric ? { metric } : {}), ...(asOf ? { asOf } : {}), ...(until ? { until } : {}) }
  const { rows, next } = await listLedger(ctx, { campaign: slug, ...part, cursor: cursor || undefined })
  if (slug === "")
    return (
      <>
        <Heading locale={locale} title={t("ledger.title")} />
        <p className="empty">{t("ledger.none")}</p>
      </>
    )
  const [{ campaign, figures }, authorities, parts] = await Promise.all([
    getCampaign(ctx, { slug }),
    listAuthorities(ctx, {}),
    metric ? readParts(ctx, { campaign: slug, ...part, metric }) : undefined,
  ])
  const address = `/admin/ledger?campaign=${slug}`
  return (
    <>
      <Heading locale={locale} title={t("ledger.title")} />
      <p className="quiet">{t("ledger.lead")}</p>
      {may(person, recordMeasureRows) ? (
        <p>
          <To href="/admin/ledger/import">{wordsFor(locale, "consoleImport")("toImport")}</To>
        </p>
      ) : null}
      <Tabs
        label={t("ledger.choose")}
        current={slug}
        tabs={counting.map((one) => ({
          key: one.slug,
          label: one.name[locale],
          href: `/admin/ledger?campaign=${one.slug}`,
        }))}
      />
      {campaign.state === "running" ? (
        <Section id="totals" title={t("ledger.totals")}>
          <p className="hint">{t("ledger.totalsNote")}</p>
          <RunningFigures
            locale={locale}
            figures={figures}
            empty={t("ledger.noTotals")}
            hrefOf={(one) => `${address}&metric=${one}#entries`}
          />
        </Section>
      ) : (
        <p>
          {t("ledger.toFigures")} <To href={`/admin/campaigns/${slug}`}>{campaign.name[locale]}</To>
        </p>
      )}
      {parts ? <FigureParts locale={locale} parts={parts} authorities={authorities} /> : null}
      <Section id="entries" title={t("ledger.entries")}>
        <LedgerFilter locale={locale} href={address} {...part} />
        <p>
          <a href={`/admin/ledger/export?${new URLSearchParams({ campaign: slug, ...part })}`} download>
            {t("ledger.export")}
          </a>
        </p>
        <MeasureTable
          locale={locale}
          measures={rows}
          authorities={authorities}
          nameCase
          empty={t("ledger.empty")}
        />
        <Pager
          locale={locale}
          href="/admin/ledger"
          search={{ campaign: slug, ...part }}
          cursor={cursor}
          next={next}
        />
      </Section>
    </>
  )
})
export default LedgerPage
