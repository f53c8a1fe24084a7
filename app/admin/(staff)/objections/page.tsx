import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { Pager } from "@/app/admin/_ui/list/pager"
import { Tabs } from "@/app/admin/_ui/list/tabs"
import { DemoMark } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import { Due } from "@/app/admin/(staff)/objections/_parts/due"
import { listObjections, objectionStatuses } from "@/lib/objection"

const ObjectionsPage = consolePage(async ({ ctx, locale, search }) => {
  const t = wordsFor(locale, "consoleObjection")
  const status = objectionStatuses.find((one) => one === search.status) ?? "received"
  const { cursor } = search
  const { rows, next } = await listObjections(ctx, { status, cursor: cursor || undefined })
  return (
    <>
      <Heading locale={locale} title={t("title")} />
      <p className="quiet">{t("lead")}</p>
      <Tabs
        label={t("byStatus")}
        current={status}
        tabs={objectionStatuses.map((key) => ({
          key,
          label: t(`status.${key}`),
          href: `/admin/objections?status=${key}`,
        }))}
      />
      <DataTable
        caption={t("title")}
        rows={rows}
        keyOf={({ objectionId }) => objectionId}
        empty={t("empty")}
        columns={[
          {
            key: "site",
            label: t("site"),
            cell: (row) => (
              <>
                <To href={`/admin/objections/${row.objectionId}`}>{row.siteName ?? row.site}</To>{" "}
                <DemoMark locale={locale} demo={row.demo} />
              </>
            ),
          },
          {
            key: "received",
            label: t("received"),
            cell: (row) => <When locale={locale} at={row.receivedAt} />,
          },
          {
            key: "due",
            label: t("due"),
            cell: (row) => <Due locale={locale} now={ctx.now} objection={row} />,
          },
        ]}
      />
      <Pager locale={locale} href="/admin/objections" search={{ status }} cursor={cursor} next={next} />
    </>
  )
})
export default ObjectionsPage
