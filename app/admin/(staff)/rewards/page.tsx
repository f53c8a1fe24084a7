import { formatFor, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Pager } from "@/app/admin/_ui/list/pager"
import { Tabs } from "@/app/admin/_ui/list/tabs"
import { DemoMark } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import { numberOf } from "@/lib/reporter"
import { amountMaxOfCase, listRewards, rewardStatuses } from "@/lib/reward"

const RewardsPage = consolePage(async ({ ctx, locale, search }) => {
  const t = wordsFor(locale, "consoleReward")
  const status = rewardStatuses.find((one) => one === search.status) ?? "claimed"
  const { cursor } = search
  const { rows, next } = await listRewards(ctx, { status, cursor: cursor || undefined })
  return (
    <>
      <Heading locale={locale} title={t("title")} />
      <p className="quiet">{t("lead", { max: formatFor(locale).number(amountMaxOfCase) })}</p>
      <Tabs
        label={t("byStatus")}
        current={status}
        tabs={rewardStatuses.map((key) => ({
          key,
          label: t(`status.${key}`),
          href: `/admin/rewards?status=${key}`,
        }))}
      />
      <DataTable
        caption={t("title")}
        rows={rows}
        keyOf={({ tipId }) => tipId}
        empty={t("empty")}
        columns={[
          {
            key: "report",
            label: t("report"),
            cell: ({ tipId, demo }) => (
              <>
                <To href={`/admin/rewards/${tipId}`}>
                  <span className="number">{numberOf(tipId)}</span>
                </To>{" "}
                <DemoMark locale={locale} demo={demo} />
              </>
            ),
          },
          { key: "sites", label: t("sites"), cell: ({ sites }) => sites.map(shownText).join(" ") },
          {
            key: "claimed",
            label: t("claimed"),
            cell: ({ claimedAt }) => <When locale={locale} at={claimedAt} />,
          },
        ]}
      />
      <Pager locale={locale} href="/admin/rewards" search={{ status }} cursor={cursor} next={next} />
    </>
  )
})
export default RewardsPage
