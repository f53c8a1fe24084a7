import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Section } from "@/app/admin/_ui/parts"
import { acceptCase, acknowledge, report, returnCase } from "@/app/admin/(staff)/referrals/actions"
import type { Person } from "@/lib/kernel/actor"
import { acknowledgeReferral, type Referral, type ReferralAct, referralAfter } from "@/lib/referral"

const officersActs = ["acknowledge", "accept", "report", "return"] as const

type Props = { readonly locale: Locale; readonly person: Person; readonly referral: Referral }

/** What an officer of the authority may do with the referral as it stands. */
export const ReferralActs = ({ locale, person, referral }: Props) => {
  const t = wordsFor(locale, "consoleCase")
  const { caseId, referralId, version, status, authorityId } = referral
  const seen = { caseId, referralId, version }
  const isOwn = may(person, acknowledgeReferral) && person.authorityId === authorityId
  const can = (act: ReferralAct) => referralAfter(status, act) !== undefined
  if (!isOwn || !officersActs.some(can)) return null
  return (
    <Section id="acts" title={wordsFor(locale, "consoleTip")("acts")}>
      {can("acknowledge") ? (
        <ActionForm action={acknowledge} carries={seen} className="inline">
          <Send kind="main">{t("acknowledge")}</Send>
        </ActionForm>
      ) : null}
      {can("accept") ? (
        <ActionForm action={acceptCase} carries={seen} className="inline">
          <Send kind="main">{t("accept")}</Send>
        </ActionForm>
      ) : null}
      {can("report") ? (
        <ActionForm action={report} carries={seen} className="inline">
          <p className="hint">{t("reportNote")}</p>
          <Send kind="main">{t("report")}</Send>
        </ActionForm>
      ) : null}
      {can("return") ? (
        <ActionForm fold={t("return")} action={returnCase} carries={seen}>
          <Field name="reason" kind="area" label={t("reason")} />
          <Send kind="danger">{t("return")}</Send>
        </ActionForm>
      ) : null}
    </Section>
  )
}
