import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { DataTable } from "@/app/admin/_ui/list/data-table"
import { may } from "@/app/admin/_ui/may"
import { Badge, DemoMark, Fold } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import { revoke } from "@/app/admin/(staff)/people/actions"
import type { Person } from "@/lib/kernel/actor"
import { type HolderKey, revokeKey } from "@/lib/right-holder"

type Props = { readonly locale: Locale; readonly person: Person; readonly keys: readonly HolderKey[] }

/** All keys with their use: an auditor's second look at what administrators hand out. */
export const KeyTable = ({ locale, person, keys }: Props) => {
  const t = wordsFor(locale, "consoleDesk")
  const f = wordsFor(locale, "console")
  return (
    <DataTable
      caption={t("keys.title")}
      rows={keys}
      keyOf={({ keyId }) => keyId}
      empty={t("keys.empty")}
      columns={[
        {
          key: "holder",
          label: t("keys.holder"),
          cell: ({ name, holderId, keyId, demo }) => (
            <>
              {name} <code>{holderId}</code> <DemoMark locale={locale} demo={demo} />
              <span className="under">
                <code>{keyId}</code>
              </span>
            </>
          ),
        },
        {
          key: "scopes",
          label: t("keys.scopes"),
          cell: ({ scopes }) => scopes.map((scope) => t(`keys.scope.${scope}`)).join(f("and")),
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
          key: "used",
          label: t("keys.used"),
          cell: ({ lastUsedAt }) => (lastUsedAt ? <When locale={locale} at={lastUsedAt} /> : t("keys.never")),
        },
        { key: "taken", label: t("keys.taken"), isNumber: true, cell: ({ rowsTaken }) => rowsTaken },
        {
          key: "state",
          label: t("keys.state"),
          cell: (key) => <State locale={locale} person={person} of={key} />,
        },
      ]}
    />
  )
}

const State = ({ locale, person, of }: { locale: Locale; person: Person; of: HolderKey }) => {
  const t = wordsFor(locale, "consoleDesk")
  if (of.revokedAt)
    return (
      <>
        <Badge tone="bad">{t("keys.revoked")}</Badge> <When locale={locale} at={of.revokedAt} />
      </>
    )
  return (
    <>
      <Badge tone="good">{t("keys.valid")}</Badge>
      {may(person, revokeKey) ? (
        <Fold title={t("keys.revoke")}>
          <ActionForm action={revoke} carries={{ keyId: of.keyId, version: of.version }}>
            <Field name="reason" label={t("keys.reason")} />
            <Send kind="danger">{t("keys.revoke")}</Send>
          </ActionForm>
        </Fold>
      ) : null}
    </>
  )
}
