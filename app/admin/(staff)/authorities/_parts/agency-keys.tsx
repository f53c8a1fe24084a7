import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { Badge, Section } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import { issue, revoke } from "@/app/admin/(staff)/authorities/actions"
import { type AgencyKey, issueAgencyKey, revokeAgencyKey } from "@/lib/authority"
import type { Person } from "@/lib/kernel/actor"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly authorityId: string
  readonly keys: readonly AgencyKey[]
}

const updatesAddress = "POST /api/v1/referrals/{id}/updates"

/** The keys of an authority's program, and the way to issue and end one. */
export const AgencyKeys = ({ locale, person, authorityId, keys }: Props) => {
  const t = wordsFor(locale, "consoleAuthority")
  return (
    <Section id="keys" title={t("keys.title")}>
      <p className="hint">
        {t("keys.lead")} <code className="copy">{updatesAddress}</code>
      </p>
      <DataTable
        caption={t("keys.title")}
        rows={keys}
        keyOf={({ keyId }) => keyId}
        empty={t("keys.empty")}
        columns={[
          {
            key: "name",
            label: t("keys.name"),
            cell: ({ name, keyId }) => (
              <>
                {name} <code className="under">{keyId}</code>
              </>
            ),
          },
          {
            key: "issued",
            label: t("keys.issued"),
            cell: ({ issuedAt, issuedBy }) => (
              <>
                <When locale={locale} at={issuedAt} /> <span className="under">{issuedBy.name}</span>
              </>
            ),
          },
          {
            key: "state",
            label: t("keys.state"),
            cell: (key) => <KeyState locale={locale} person={person} of={key} />,
          },
        ]}
      />
      {may(person, issueAgencyKey) ? (
        <ActionForm fold={t("keys.issue")} action={issue} carries={{ authorityId }}>
          <p className="hint">{t("keys.issueNote")}</p>
          <Field name="name" label={t("keys.name")} hint={t("keys.nameHint")} />
          <Send kind="main">{t("keys.issue")}</Send>
        </ActionForm>
      ) : null}
    </Section>
  )
}

const KeyState = ({ locale, person, of }: { locale: Locale; person: Person; of: AgencyKey }) => {
  const t = wordsFor(locale, "consoleAuthority")
  if (of.revokedAt)
    return (
      <>
        <Badge tone="bad">{t("keys.revoked")}</Badge> <When locale={locale} at={of.revokedAt} />
      </>
    )
  return (
    <>
      <Badge tone="good">{t("keys.valid")}</Badge>
      {may(person, revokeAgencyKey) ? (
        <ActionForm
          fold={t("keys.revoke")}
          action={revoke}
          carries={{ keyId: of.keyId, version: of.version }}
        >
          <Field name="reason" label={t("keys.reason")} />
          <Send kind="danger">{t("keys.revoke")}</Send>
        </ActionForm>
      ) : null}
    </>
  )
}
