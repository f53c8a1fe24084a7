import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { approve, edit, withdraw } from "@/app/admin/(staff)/referrals/actions"
import type { Finding } from "@/lib/collateral"
import type { Person } from "@/lib/kernel/actor"
import {
  approveReferral,
  editReferral,
  type Referral,
  type ReferralAct,
  referralAfter,
  withdrawReferral,
} from "@/lib/referral"
import { Collateral } from "./collateral"

type Props = {
  readonly locale: Locale
  readonly person: Person
  readonly referral: Referral
  /** What of its case's sites could hurt others. */
  readonly found: readonly Finding[]
}

/** What a case officer may do with a referral as it stands: approve another's, change a draft, take it back. */
export const OfficerActs = ({ locale, person, referral, found }: Props) => {
  const t = wordsFor(locale, "consoleCase")
  const { caseId, referralId, version, status, draftedBy, reason } = referral
  const seen = { caseId, referralId, version }
  const can = (act: ReferralAct) => referralAfter(status, act) !== undefined
  return (
    <>
      {can("approve") ? <Collateral locale={locale} found={found} /> : null}
      {can("approve") && may(person, approveReferral) ? (
        draftedBy.id === person.id ? (
          <p className="quiet">{t("secondPerson")}</p>
        ) : (
          <ActionForm action={approve} carries={seen} className={found.length > 0 ? undefined : "inline"}>
            {found.length > 0 ? (
              <Field
                name="collateralReason"
                kind="area"
                label={t("collateral.reason")}
                hint={t("collateral.reasonHint")}
              />
            ) : null}
            <Send kind="main">{t("approve")}</Send>
          </ActionForm>
        )
      ) : null}
      {can("edit") && may(person, editReferral) ? (
        <ActionForm fold={t("edit")} action={edit} carries={seen}>
          <Field name="reason" kind="area" label={t("whyThisAuthority")} rows={4} initial={reason} />
          <Send>{t("save")}</Send>
        </ActionForm>
      ) : null}
      {can("withdraw") && may(person, withdrawReferral) ? (
        <ActionForm fold={t("withdraw")} action={withdraw} carries={seen}>
          <Field name="reason" kind="area" label={t("withdrawReason")} />
          <Send kind="danger">{t("withdraw")}</Send>
        </ActionForm>
      ) : null}
    </>
  )
}
