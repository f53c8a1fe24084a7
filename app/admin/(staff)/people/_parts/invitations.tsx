import { formatFor, type Locale, wordsFor } from "@/app/_words"
import { Copy } from "@/app/admin/_ui/copy"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { Badge } from "@/app/admin/_ui/parts"
import { shown } from "@/app/admin/_ui/shown"
import { When } from "@/app/admin/_ui/when"
import { inviteSomebody, withdraw } from "@/app/admin/(staff)/people/actions"
import type { Authority } from "@/lib/authority"
import type { Person } from "@/lib/kernel/actor"
import { setting } from "@/lib/kernel/config"
import { type Invitation, invite, type Invitations as List, withdrawInvitation } from "@/lib/session"
import { RoleFields } from "./role-fields"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly authorities: readonly Authority[]
  readonly list: List
  readonly now: string
}

/** Who is invited and has not come yet, and the form to invite somebody. */
export const Invitations = ({ locale, person, authorities, list: { invitations, version }, now }: Props) => {
  const t = wordsFor(locale, "consoleInvitation")
  return (
    <>
      <DataTable
        caption={t("title")}
        rows={invitations}
        keyOf={({ email }) => email}
        empty={t("empty")}
        columns={[
          {
            key: "who",
            label: t("who"),
            cell: ({ name, email, until }) => (
              <>
                {shown(name)} {until < now ? <Badge tone="warn">{t("over")}</Badge> : null}
                <span className="under">{email}</span>
              </>
            ),
          },
          { key: "roles", label: t("roles"), cell: (one) => rolesText(locale, one) },
          { key: "by", label: t("by"), cell: ({ invitedBy }) => shown(invitedBy.name) },
          { key: "until", label: t("until"), cell: ({ until }) => <When locale={locale} at={until} /> },
          {
            key: "act",
            label: t("act"),
            cell: (one) =>
              may(person, withdrawInvitation) ? (
                <>
                  {until(one, now) ? <Pass locale={locale} invitation={one} /> : null}
                  <ActionForm action={withdraw} carries={{ version, email: one.email }} className="inline">
                    <Send>{t("withdraw")}</Send>
                  </ActionForm>
                </>
              ) : (
                "–"
              ),
          },
        ]}
      />
      {may(person, invite) ? (
        <ActionForm fold={t("invite")} action={inviteSomebody} carries={{ version }}>
          <p className="hint">{t("note")}</p>
          <Field name="email" label={t("email")} hint={t("emailHint")} />
          <Field name="name" label={t("name")} />
          <RoleFields locale={locale} authorities={authorities} />
          <Send kind="main">{t("invite")}</Send>
        </ActionForm>
      ) : null}
    </>
  )
}

const until = (invitation: Invitation, now: string) => invitation.until > now

const rolesText = (locale: Locale, { roles }: Invitation) => {
  const c = wordsFor(locale, "console")
  return roles.map((role) => c(`roles.${role}.name`)).join(c("and"))
}

/** The ways to tell somebody of an invitation. */
const Pass = ({ locale, invitation }: { readonly locale: Locale; readonly invitation: Invitation }) => {
  const t = wordsFor(locale, "consoleInvitation")
  const text = t("mailBody", {
    name: invitation.name,
    roles: rolesText(locale, invitation),
    until: formatFor(locale).dateTime(new Date(invitation.until), { dateStyle: "long" }),
    url: `${setting("SITE_URL")}/admin`,
  })
  const mail = new URLSearchParams({ subject: t("mailSubject"), body: text }).toString()
  return (
    <p>
      <Copy text={text} label={t("copy")} done={t("copied")} />{" "}
      <a href={`mailto:${encodeURIComponent(invitation.email)}?${mail.replaceAll("+", "%20")}`}>
        {t("write")}
      </a>
    </p>
  )
}
