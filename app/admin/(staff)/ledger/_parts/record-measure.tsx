import { type Locale, wordsFor } from "@/app/_words"
import { metricText } from "@/app/_words/figure-text"
import { shownText } from "@/app/_words/shown-text"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { record } from "@/app/admin/(staff)/ledger/actions"
import type { Authority } from "@/lib/authority"
import { metrics } from "@/lib/campaign"
import type { Person } from "@/lib/kernel/actor"
import { randomText } from "@/lib/kernel/id"
import { isActedOn, type Referral } from "@/lib/referral"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly caseId: string
  readonly isClosed: boolean
  /** The sites that a measure may be against. */
  readonly sites: readonly string[]
  readonly referrals: readonly Referral[]
  readonly authorities: readonly Authority[]
}

/** The form carries a key of its own, so that sent twice it records one measure. */
export const RecordMeasure = (props: Props) => {
  const { locale, person, caseId, isClosed, sites, referrals, authorities } = props
  const t = wordsFor(locale, "consoleCase")
  const c = wordsFor(locale, "console")
  const nameOf = (id: string) => authorities.find(({ authorityId }) => authorityId === id)?.name[locale] ?? id
  const under = referrals
    .filter(isActedOn)
    .map(({ referralId, authorityId }) => ({ value: referralId, label: nameOf(authorityId) }))
  const isOfficer = person.roles.includes("case-officer")
  if (!isOfficer && under.length === 0) return null
  return (
    <ActionForm fold={t("record")} action={record} carries={{ caseId, key: randomText(16) }}>
      <p className="hint">{t("recordNote")}</p>
      <Field
        name="metric"
        kind="select"
        label={t("metric")}
        options={metrics.map((value) => ({ value, label: metricText(locale, value) }))}
      />
      <Field name="quantity" kind="number" label={t("quantity")} />
      <Field name="takenOn" kind="date" label={t("takenOn")} />
      <Field
        name="referralId"
        kind="select"
        label={t("underReferral")}
        options={[...(isOfficer ? [{ value: "", label: t("noReferral") }] : []), ...under]}
      />
      {sites.length > 0 ? (
        <Field
          name="site"
          kind="select"
          label={t("against")}
          options={[
            { value: "", label: t("wholeCase") },
            ...sites.map((site) => ({ value: site, label: shownText(site) })),
          ]}
        />
      ) : null}
      <Field name="document" label={t("document")} hint={t("documentHint")} optional={c("form.optional")} />
      <Field name="noDocument" label={t("noDocument")} optional={c("form.optional")} />
      {isClosed ? <Field name="lateReason" kind="area" label={t("lateReason")} hint={t("lateNote")} /> : null}
      <Field name="note" kind="area" label={t("note")} optional={c("form.optional")} />
      <Send kind="main">{t("record")}</Send>
    </ActionForm>
  )
}
