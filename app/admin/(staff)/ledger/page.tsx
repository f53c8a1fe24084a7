import { consolePage } from "@/app/_adapter/console-page"
import { metricText } from "@/app/_document/figure/figure-text"
import { MeasureTable } from "@/app/_ui/case/measure-table"
import { RunningFigures } from "@/app/_ui/desk/running-figures"
import { Heading } from "@/app/_ui/heading"
import { Pager } from "@/app/_ui/list/pager"
import { Tabs } from "@/app/_ui/list/tabs"
import { Section } from "@/app/_ui/parts"
import { To } from "@/app/_ui/to"
import { wordsFor } from "@/app/_words"
import { getCampaign, listCampaigns, metrics } from "@/lib/campaign"
import { listLedger } from "@/lib/enforcement"

const LedgerPage = consolePage(async ({ ctx, locale, search }) => {
  const t = wordsFor(locale, "consoleDesk")
  const running = (await listCampaigns(ctx, {})).filter(({ state }) => state === "running")
  const slug = running.find((one) => one.slug === search.campaign)?.slug ?? running[0]?.slug ?? ""
  const { cursor } = search
  const { rows, next } = await listLedger(ctx, { campaign: slug, ...(cursor ? { cursor } : {}) })
  if (slug === "")
    return (
      <>
        <Heading locale={locale} title={t("ledger.title")} />
        <p className="empty">{t("ledger.none")}</p>
      </>
    )
  const { figures } = await getCampaign(ctx, { slug })
  const metric = metrics.find((one) => one === search.metric)
  const address = `/admin/ledger?campaign=${slug}`
  return (
    <>
      <Heading locale={locale} title={t("ledger.title")} />
      <p className="quiet">{t("ledger.lead")}</p>
      <Tabs
        label={t("ledger.choose")}
        current={slug}
        tabs={running.map((one) => ({
          key: one.slug,
          label: one.name[locale],
          href: `/admin/ledger?campaign=${one.slug}`,
        }))}
      />
      <Section id="totals" title={t("ledger.totals")}>
        <p className="hint">{t("ledger.totalsNote")}</p>
        <RunningFigures
          locale={locale}
          figures={figures}
          empty={t("ledger.noTotals")}
          hrefOf={(one) => `${address}&metric=${one}#entries`}
        />
      </Section>
      <Section id="entries" title={t("ledger.entries")}>
        {metric ? (
          <p>
            {t("ledger.onlyMetric", { metric: metricText(locale, metric) })} ·{" "}
            <To href={address}>{t("ledger.all")}</To>
          </p>
        ) : null}
        <MeasureTable
          locale={locale}
          measures={metric ? rows.filter((row) => row.metric === metric) : rows}
          nameCase
          empty={t("ledger.empty")}
        />
        <Pager
          locale={locale}
          href="/admin/ledger"
          search={{ campaign: slug, ...(metric ? { metric } : {}) }}
          cursor={cursor}
          next={next}
        />
      </Section>
    </>
  )
})
export default LedgerPage
