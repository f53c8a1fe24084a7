import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { DemoMark } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import { createNotice, listNotices } from "@/lib/notice"
import { NoticeStatusBadge } from "./_parts/notice-status"

const NoticesPage = consolePage(async ({ ctx, person, locale }) => {
  const rows = await listNotices(ctx, {})
  const t = wordsFor(locale, "consoleNotice")
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={t("notices")} />
        {may(person, createNotice) ? <To href="/admin/notices/new">{t("new")}</To> : null}
      </div>
      <DataTable
        caption={t("notices")}
        rows={rows}
        keyOf={({ slug }) => slug}
        empty={t("empty")}
        columns={[
          {
            key: "title",
            label: t("title"),
            cell: ({ slug, title, demo }) => (
              <>
                <To href={`/admin/notices/${slug}`}>{title[locale]}</To>{" "}
                <DemoMark locale={locale} demo={demo} />
              </>
            ),
          },
          {
            key: "status",
            label: t("state"),
            cell: ({ status }) => <NoticeStatusBadge locale={locale} status={status} />,
          },
          {
            key: "published",
            label: t("versions"),
            cell: ({ published }) =>
              published > 0 ? t("published", { number: published }) : t("neverPublished"),
          },
          {
            key: "edited",
            label: t("edited"),
            cell: ({ editedAt }) => <When locale={locale} at={editedAt} />,
          },
        ]}
      />
    </>
  )
})
export default NoticesPage
