import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Send } from "@/app/admin/_ui/form/send"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { When } from "@/app/admin/_ui/when"
import { end } from "@/app/admin/(staff)/people/actions"
import type { Person } from "@/lib/kernel/actor"
import { endSession, type Session } from "@/lib/session"

type Props = { readonly locale: Locale; readonly person: Person; readonly sessions: readonly Session[] }

/** Who is signed in, each session with the way to end it. */
export const SessionTable = ({ locale, person, sessions }: Props) => {
  const t = wordsFor(locale, "consoleDesk")
  const c = wordsFor(locale, "console")
  return (
    <DataTable
      caption={t("sessions.title")}
      rows={sessions}
      keyOf={({ sessionId }) => sessionId}
      empty={t("sessions.empty")}
      columns={[
        {
          key: "who",
          label: t("sessions.who"),
          cell: ({ name, personId }) => (
            <>
              {name} <span className="under">{personId}</span>
            </>
          ),
        },
        {
          key: "roles",
          label: t("sessions.roles"),
          cell: ({ roles }) => roles.map((role) => c(`roles.${role}.name`)).join(c("and")),
        },
        {
          key: "since",
          label: t("sessions.since"),
          cell: ({ startedAt }) => <When locale={locale} at={startedAt} />,
        },
        {
          key: "checked",
          label: t("sessions.checked"),
          cell: ({ checkedAt }) => <When locale={locale} at={checkedAt} />,
        },
        {
          key: "end",
          label: t("sessions.end"),
          cell: ({ sessionId }) =>
            may(person, endSession) ? (
              <ActionForm action={end} carries={{ sessionId }} className="inline">
                <Send kind="danger">{t("sessions.end")}</Send>
              </ActionForm>
            ) : (
              "–"
            ),
        },
      ]}
    />
  )
}
