import { wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Pager } from "@/app/admin/_ui/list/pager"
import { Tabs } from "@/app/admin/_ui/list/tabs"
import { may } from "@/app/admin/_ui/may"
import { DemoMark } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import { listAuthorities } from "@/lib/authority"
import { siteNameOf } from "@/lib/case"
import { recordMeasureRows } from "@/lib/measure"
import {
  isInboxStatus,
  listCaseReferrals,
  listOverdue,
  listReferrals,
  referralStatuses,
} from "@/lib/referral"
import { Due } from "./_parts/referral-facts"

const ReferralsPage = consolePage(async ({ ctx, person, locale, search }) => {
  // What is not delivered is no business of the authority's yet.
  const statuses = referralStatuses.filter((one) => may(person, listCaseReferrals) || isInboxStatus(one))
  const isOverdueList = search.status === "overdue"
  const status = statuses.find((one) => one === search.status) ?? "delivered"
  const { cursor } = search
  const [listed, overdue, authorities] = await Promise.all([
    isOverdueList ? undefined : listReferrals(ctx, { status, cursor: cursor || undefined }),
    listOverdue(ctx, {}),
    listAuthorities(ctx, {}),
  ])
  const { rows, next } = listed ?? { rows: overdue }
  const t = wordsFor(locale, "consoleCase")
  const nameOf = (id: string) => authorities.find(({ authorityId }) => authorityId === id)?.name[locale] ?? id
  return (
    <>
      <Heading locale={locale} title={t("referrals")} />
      {may(person, recordMeasureRows) ? (
        <p>
          <To href="/admin/ledger/import">{wordsFor(locale, "consoleImport")("toImport")}</To>
        </p>
      ) : null}
      <Tabs
        label={t("byReferralStatus")}
        current={isOverdueList ? "overdue" : status}
        tabs={[
          {
            key: "overdue",
            label: t("overdueCount", { count: overdue.length }),
            href: "/admin/referrals?status=overdue",
          },
          ...statuses.map((key) => ({
            key,
            label: t(`referralStatus.${key}`),
            href: `/admin/referrals?status=${key}`,
          })),
        ]}
      />
      <DataTable
        caption={t("referrals")}
        rows={rows}
        keyOf={({ referralId }) => referralId}
        empty={t(isOverdueList ? "noneOverdue" : "noReferralsHere")}
        columns={[
          {
            key: "site",
            label: t("site"),
            cell: (row) => (
              <>
                <To href={`/admin/referrals/${row.caseId}/${row.referralId}`}>
                  {shownText(siteNameOf(row))}
                </To>{" "}
                <DemoMark locale={locale} demo={row.demo} />
              </>
            ),
          },
          { key: "authority", label: t("authority"), cell: (row) => nameOf(row.authorityId) },
          { key: "drafted", label: t("drafted"), cell: (row) => <When locale={locale} at={row.draftedAt} /> },
          {
            key: "due",
            label: t("due"),
            cell: (row) => <Due locale={locale} now={ctx.now} referral={row} />,
          },
        ]}
      />
      <Pager locale={locale} href="/admin/referrals" search={{ status }} cursor={cursor} next={next} />
    </>
  )
})
export default ReferralsPage
