import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { listAuthorities } from "@/lib/authority"

const AuthoritiesPage = consolePage(async ({ ctx, locale }) => {
  const t = wordsFor(locale, "consoleDesk")
  return (
    <>
      <Heading locale={locale} title={t("authorities.title")} />
      <p className="quiet">{t("authorities.lead")}</p>
      <DataTable
        caption={t("authorities.title")}
        rows={await listAuthorities(ctx, {})}
        keyOf={({ authorityId }) => authorityId}
        empty={t("authorities.empty")}
        columns={[
          { key: "name", label: t("authorities.name"), cell: ({ name }) => name[locale] },
          {
            key: "competence",
            label: t("authorities.competence"),
            cell: ({ competence }) => competence[locale],
          },
          { key: "id", label: t("authorities.id"), cell: ({ authorityId }) => <code>{authorityId}</code> },
        ]}
      />
    </>
  )
})
export default AuthoritiesPage
