import { consolePage } from "@/app/_adapter/console-page"
import { Heading } from "@/app/_ui/heading"
import { DataTable } from "@/app/_ui/list/data-table"
import { may } from "@/app/_ui/may"
import { NoticeStatusBadge } from "@/app/_ui/notice/notice-status"
import { DemoMark } from "@/app/_ui/parts"
import { To } from "@/app/_ui/to"
import { When } from "@/app/_ui/when"
import { wordsFor } from "@/app/_words"
import { createNotice, listNotices } from "@/lib/notice"

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
