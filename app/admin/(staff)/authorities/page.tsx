import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { Heading } from "@/app/admin/_ui/heading"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { Badge } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { createAuthority, getAuthority, inTree, listAuthorities } from "@/lib/authority"
import { countParked } from "@/lib/delivery"
import { listOverdue } from "@/lib/referral"
import { getRouting } from "@/lib/routing"
import { AuthorityFields } from "./_parts/authority-fields"
import { create } from "./actions"

const AuthoritiesPage = consolePage(async ({ ctx, person, locale }) => {
  const t = wordsFor(locale, "consoleAuthority")
  const [authorities, parked, overdue] = await Promise.all([
    listAuthorities(ctx, {}),
    may(person, countParked) ? countParked(ctx, {}) : undefined,
    may(person, listOverdue) ? listOverdue(ctx, {}) : [],
  ])
  const overdueOf = (id: string) => overdue.filter(({ authorityId }) => authorityId === id).length
  const canOpen = may(person, getAuthority)
  return (
    <>
      <Heading locale={locale} title={t("title")} />
      <p className="quiet">
        {t("lead")}{" "}
        {may(person, getRouting) ? (
          <>
            <To href="/admin/routing">{wordsFor(locale, "consoleRouting")("title")}</To>{" "}
            <To href="/admin/known-good">{wordsFor(locale, "consoleKnownGood")("title")}</To>
          </>
        ) : null}
      </p>
      <DataTable
        caption={t("title")}
        rows={inTree(authorities)}
        keyOf={({ one }) => one.authorityId}
        empty={t("empty")}
        columns={[
          {
            key: "name",
            label: t("name"),
            cell: ({ one: { authorityId, name }, depth }) => (
              <span className="depth" data-depth={depth || undefined}>
                {canOpen ? <To href={`/admin/authorities/${authorityId}`}>{name[locale]}</To> : name[locale]}
              </span>
            ),
          },
          {
            key: "competence",
            label: t("competence"),
            cell: ({ one }) => one.competence[locale],
          },
          {
            key: "channel",
            label: t("announced"),
            cell: ({ one }) => (
              <>
                {one.channel ? t("byWebhook") : t("byConsole")}{" "}
                {parked?.get(one.authorityId) ? (
                  <Badge tone="bad">{t("parkedCount", { count: parked.get(one.authorityId) ?? 0 })}</Badge>
                ) : null}{" "}
                {overdueOf(one.authorityId) > 0 ? (
                  <Badge tone="bad">{t("overdueCount", { count: overdueOf(one.authorityId) })}</Badge>
                ) : null}
              </>
            ),
          },
          { key: "id", label: t("id"), cell: ({ one }) => <code>{one.authorityId}</code> },
        ]}
      />
      {may(person, createAuthority) ? (
        <ActionForm fold={t("add")} action={create}>
          <Field name="authorityId" label={t("id")} hint={t("idHint")} />
          <AuthorityFields locale={locale} authorities={authorities} />
          <Send kind="main">{t("add")}</Send>
        </ActionForm>
      ) : null}
    </>
  )
})
export default AuthoritiesPage
