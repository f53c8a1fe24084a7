import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Send } from "@/app/admin/_ui/form/send"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { Badge } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import { give, leave, letBack } from "@/app/admin/(staff)/people/actions"
import type { Authority } from "@/lib/authority"
import type { Person } from "@/lib/kernel/actor"
import { type Colleague, letLeave } from "@/lib/session"
import { RoleFields } from "./role-fields"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly people: readonly Colleague[]
  readonly authorities: readonly Authority[]
}

/** All who ever signed in, with the way to shut out who has left. */
export const ColleagueTable = ({ locale, person, people, authorities }: Props) => {
  const t = wordsFor(locale, "consoleDesk")
  const c = wordsFor(locale, "console")
  return (
    <DataTable
      caption={t("colleagues.title")}
      rows={people}
      keyOf={({ personId }) => personId}
      empty={t("colleagues.empty")}
      columns={[
        {
          key: "who",
          label: t("sessions.who"),
          cell: ({ name, personId, leftAt }) => (
            <>
              {name} {leftAt ? <Badge tone="warn">{t("colleagues.left")}</Badge> : null}
              <span className="under">{personId}</span>
            </>
          ),
        },
        {
          key: "roles",
          label: t("sessions.roles"),
          cell: ({ roles, assigned }) => (
            <>
              {roles.map((role) => c(`roles.${role}.name`)).join(c("and"))}
              {assigned?.roles.length ? (
                <span className="under">
                  {t("colleagues.given", {
                    roles: assigned.roles.map((role) => c(`roles.${role}.name`)).join(c("and")),
                    by: assigned.by.name,
                  })}
                </span>
              ) : null}
            </>
          ),
        },
        {
          key: "last",
          label: t("colleagues.last"),
          cell: ({ lastSignInAt }) => <When locale={locale} at={lastSignInAt} />,
        },
        {
          key: "act",
          label: t("colleagues.act"),
          cell: ({ personId, leftAt, assigned }) => {
            if (!may(person, letLeave) || personId === person.id) return "–"
            return leftAt ? (
              <ActionForm action={letBack} carries={{ personId }} className="inline">
                <Send>{t("colleagues.letBack")}</Send>
              </ActionForm>
            ) : (
              <>
                <ActionForm
                  fold={t("colleagues.give")}
                  action={give}
                  carries={{ personId, seen: assigned?.at ?? "" }}
                >
                  <RoleFields locale={locale} authorities={authorities} given={assigned ?? { roles: [] }} />
                  <Send kind="main">{t("colleagues.give")}</Send>
                </ActionForm>
                <ActionForm fold={t("colleagues.leave")} action={leave} carries={{ personId }}>
                  <p className="hint">{t("colleagues.leaveNote")}</p>
                  <Send kind="danger">{t("colleagues.leave")}</Send>
                </ActionForm>
              </>
            )
          },
        },
      ]}
    />
  )
}
