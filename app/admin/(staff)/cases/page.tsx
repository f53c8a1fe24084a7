import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { Heading } from "@/app/admin/_ui/heading"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Pager } from "@/app/admin/_ui/list/pager"
import { Tabs } from "@/app/admin/_ui/list/tabs"
import { may } from "@/app/admin/_ui/may"
import { DemoMark } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import { openNew } from "@/app/admin/(staff)/cases/actions"
import { Attention } from "@/app/admin/(staff)/referrals/_parts/attention"
import { campaignAfter, listCampaigns } from "@/lib/campaign"
import { caseStatuses, listCases, nameOfCase, openByHand, siteNameOf } from "@/lib/case"
import { countAttention } from "@/lib/referral"

const CasesPage = consolePage(async ({ ctx, person, locale, search }) => {
  const status = caseStatuses.find((one) => one === search.status) ?? "open"
  const { cursor } = search
  const [{ rows, next }, campaigns, attention] = await Promise.all([
    listCases(ctx, { status, cursor: cursor || undefined }),
    listCampaigns(ctx, {}),
    may(person, countAttention) ? countAttention(ctx, {}) : undefined,
  ])
  const t = wordsFor(locale, "consoleCase")
  const campaignName = (slug: string) => campaigns.find((one) => one.slug === slug)?.name[locale] ?? slug
  return (
    <>
      <Heading locale={locale} title={t("cases")} />
      {attention ? <Attention locale={locale} {...attention} /> : null}
      <Tabs
        label={t("byStatus")}
        current={status}
        tabs={caseStatuses.map((key) => ({
          key,
          label: t(`status.${key}`),
          href: `/admin/cases?status=${key}`,
        }))}
      />
      {may(person, openByHand) ? (
        <ActionForm fold={t("byHand.title")} action={openNew}>
          <p className="hint">{t("byHand.note")}</p>
          <Field name="typed" label={t("byHand.site")} />
          <Field
            name="campaign"
            kind="select"
            label={t("campaign")}
            options={campaigns
              .filter(({ state }) => campaignAfter(state, "accept-tip"))
              .map(({ slug, name }) => ({ value: slug, label: name[locale] }))}
          />
          <Field name="reason" kind="area" label={t("reason")} />
          <Send>{t("byHand.title")}</Send>
        </ActionForm>
      ) : null}
      <DataTable
        caption={t("cases")}
        rows={rows}
        keyOf={({ caseId }) => caseId}
        empty={t("empty")}
        columns={[
          {
            key: "number",
            label: t("number"),
            cell: (row) => (
              <>
                <To href={`/admin/cases/${row.caseId}`} className="number">
                  {nameOfCase(row)}
                </To>{" "}
                <DemoMark locale={locale} demo={row.demo} />
              </>
            ),
          },
          { key: "site", label: t("site"), cell: (row) => siteNameOf(row) },
          { key: "campaign", label: t("campaign"), cell: (row) => campaignName(row.campaign) },
          { key: "tips", label: t("tipCount"), isNumber: true, cell: (row) => row.tipCount },
          { key: "opened", label: t("opened"), cell: (row) => <When locale={locale} at={row.openedAt} /> },
        ]}
      />
      <Pager locale={locale} href="/admin/cases" search={{ status }} cursor={cursor} next={next} />
    </>
  )
})
export default CasesPage
