import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { Badge, Facts, Section } from "@/app/admin/_ui/parts"
import { listAuthorities } from "@/lib/authority"
import { roles } from "@/lib/kernel/actor"
import { issueKey, listKeys } from "@/lib/right-holder"
import { listInvitations, listPeople, listSessions } from "@/lib/session"
import { ColleagueTable } from "./_parts/colleague-table"
import { Invitations } from "./_parts/invitations"
import { IssueKey } from "./_parts/issue-key"
import { KeyTable } from "./_parts/key-table"
import { SessionTable } from "./_parts/session-table"

const PeoplePage = consolePage(async ({ ctx, person, locale }) => {
  const t = wordsFor(locale, "consoleDesk")
  const c = wordsFor(locale, "console")
  const i = wordsFor(locale, "consoleInvitation")
  const authorities = await listAuthorities(ctx, {})
  const authority = authorities.find(({ authorityId }) => authorityId === person.authorityId)
  return (
    <>
      <Heading locale={locale} title={t("people.title")} />
      <Section id="you" title={t("people.you")}>
        <Facts
          facts={[
            [t("people.name"), person.name],
            [t("people.id"), <code key="id">{person.id}</code>],
            [t("people.roles"), person.roles.map((role) => c(`roles.${role}.name`)).join(c("and"))],
            person.authorityId
              ? [t("people.authority"), authority?.name[locale] ?? person.authorityId]
              : undefined,
          ]}
        />
      </Section>
      <Section id="roles" title={t("people.what")}>
        <p className="hint">{t("people.accounts")}</p>
        <DataTable
          caption={t("people.what")}
          rows={roles}
          keyOf={(role) => role}
          empty=""
          columns={[
            {
              key: "role",
              label: t("people.role"),
              cell: (role) => (
                <>
                  {c(`roles.${role}.name`)}{" "}
                  {person.roles.includes(role) ? <Badge tone="good">{t("people.yours")}</Badge> : null}
                </>
              ),
            },
            { key: "does", label: t("people.does"), cell: (role) => c(`roles.${role}.does`) },
          ]}
        />
      </Section>
      {may(person, listPeople) ? (
        <Section id="colleagues" title={t("colleagues.title")}>
          <p className="hint">{t("colleagues.lead")}</p>
          <ColleagueTable
            locale={locale}
            person={person}
            people={await listPeople(ctx, {})}
            authorities={authorities}
          />
        </Section>
      ) : null}
      {may(person, listInvitations) ? (
        <Section id="invitations" title={i("title")}>
          <p className="hint">{i("lead")}</p>
          <Invitations
            locale={locale}
            person={person}
            authorities={authorities}
            list={await listInvitations(ctx, {})}
            now={ctx.now}
          />
        </Section>
      ) : null}
      {may(person, listSessions) ? (
        <Section id="sessions" title={t("sessions.title")}>
          <p className="hint">{t("sessions.lead")}</p>
          <SessionTable locale={locale} person={person} sessions={await listSessions(ctx, {})} />
        </Section>
      ) : null}
      {may(person, listKeys) ? (
        <Section id="keys" title={t("keys.title")}>
          <p className="hint">{t("keys.lead")}</p>
          <KeyTable locale={locale} person={person} keys={await listKeys(ctx, {})} />
          {may(person, issueKey) ? <IssueKey locale={locale} /> : null}
        </Section>
      ) : null}
    </>
  )
})
export default PeoplePage
