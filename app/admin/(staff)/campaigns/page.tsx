import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { Badge, DemoMark, Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { getCampaign, listCampaigns, openCampaign } from "@/lib/campaign"
import { getFigureDesk, reconcileFigures } from "@/lib/statistics"
import { CampaignForm } from "./_parts/campaign-form"
import { Reconciliation } from "./_parts/reconciliation"
import { RunningFigures } from "./_parts/running-figures"

const CampaignsPage = consolePage(async ({ ctx, person, locale }) => {
  const campaigns = await listCampaigns(ctx, {})
  const [running, reconciled] = await Promise.all([
    Promise.all(
      campaigns.filter(({ state }) => state === "running").map(({ slug }) => getCampaign(ctx, { slug })),
    ),
    may(person, reconcileFigures) ? reconcileFigures(ctx, {}) : undefined,
  ])
  const t = wordsFor(locale, "consoleDesk")
  return (
    <>
      <Heading locale={locale} title={t("campaigns.title")} />
      {may(person, openCampaign) ? <CampaignForm locale={locale} /> : null}
      {running.map(({ campaign, figures }) => (
        <Section
          key={campaign.slug}
          id={campaign.slug}
          title={`${campaign.name[locale]} – ${t("campaigns.running")}`}
        >
          {may(person, getFigureDesk) ? (
            <p>
              <To href={`/admin/campaigns/${campaign.slug}`}>{t("campaigns.figures")}</To>
            </p>
          ) : null}
          <RunningFigures
            locale={locale}
            figures={figures}
            empty={t("campaigns.noRunning")}
            hrefOf={(metric) => `/admin/ledger?campaign=${campaign.slug}&metric=${metric}#entries`}
          />
        </Section>
      ))}
      {reconciled ? <Reconciliation locale={locale} {...reconciled} campaigns={campaigns} /> : null}
      <DataTable
        caption={t("campaigns.title")}
        rows={campaigns}
        keyOf={({ slug }) => slug}
        empty={t("campaigns.empty")}
        columns={[
          {
            key: "name",
            label: t("campaigns.name"),
            cell: ({ slug, name, demo }) => (
              <>
                {may(person, getFigureDesk) ? (
                  <To href={`/admin/campaigns/${slug}`}>{name[locale]}</To>
                ) : (
                  <a href={`/${locale}/campaigns/${slug}`}>{name[locale]}</a>
                )}{" "}
                <DemoMark locale={locale} demo={demo} />
              </>
            ),
          },
          { key: "year", label: t("campaigns.year"), isNumber: true, cell: ({ year }) => year },
          {
            key: "state",
            label: t("campaigns.state"),
            cell: ({ state }) => (
              <Badge tone={state === "running" ? "good" : "calm"}>{t(`campaigns.states.${state}`)}</Badge>
            ),
          },
        ]}
      />
    </>
  )
})
export default CampaignsPage
