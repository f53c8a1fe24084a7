import { type Locale, wordsFor } from "@/app/_words"
import { approve, draft } from "@/app/admin/_actions/case"
import {
  type Authority,
  approveReferral,
  type CaseFile,
  draftReferral,
  type Referral,
} from "@/lib/enforcement"
import type { Person } from "@/lib/kernel/actor"
import { ActionForm } from "../form/action-form"
import { Field } from "../form/field"
import { Send } from "../form/send"
import { may } from "../may"
import { Section } from "../parts"
import { To } from "../to"
import { ReferralStatusBadge } from "./case-status"
import { ReferralFacts } from "./referral-facts"

type Props = {
  readonly locale: Locale
  readonly now: string
  readonly person: Person
  readonly file: CaseFile
  readonly authorities: readonly Authority[]
}

/** A case's referrals, each approved by another officer than the one who drafted it. */
export const Referrals = (props: Props) => {
  const { locale, person, file, authorities } = props
  const t = wordsFor(locale, "consoleCase")
  return (
    <Section id="referrals" title={t("referrals")}>
      {file.referrals.length === 0 ? <p className="empty">{t("noReferrals")}</p> : null}
      {file.referrals.map((referral) => (
        <One key={referral.referralId} {...props} referral={referral} />
      ))}
      {may(person, draftReferral) && file.case.status !== "closed" ? (
        <ActionForm fold={t("draft")} action={draft} carries={{ caseId: file.case.caseId }}>
          <Field
            name="authorityId"
            kind="select"
            label={t("authority")}
            options={authorities.map(({ authorityId, name }) => ({
              value: authorityId,
              label: name[locale],
            }))}
          />
          <Field name="reason" kind="area" label={t("whyThisAuthority")} rows={4} />
          <Send kind="main">{t("draft")}</Send>
        </ActionForm>
      ) : null}
    </Section>
  )
}

const One = ({ locale, now, person, authorities, referral }: Props & { readonly referral: Referral }) => {
  const t = wordsFor(locale, "consoleCase")
  const { referralId, caseId, authorityId, version, status, draftedBy } = referral
  const name = authorities.find((one) => one.authorityId === authorityId)?.name[locale] ?? authorityId
  return (
    <article>
      <h3>
        <To href={`/admin/referrals/${caseId}/${referralId}`}>{name}</To>{" "}
        <ReferralStatusBadge locale={locale} status={status} />
      </h3>
      <ReferralFacts locale={locale} now={now} referral={referral} />
      {status === "draft" && may(person, approveReferral) ? (
        draftedBy.id === person.id ? (
          <p className="quiet">{t("secondPerson")}</p>
        ) : (
          <ActionForm action={approve} carries={{ caseId, referralId, version }} className="inline">
            <Send kind="main">{t("approve")}</Send>
          </ActionForm>
        )
      ) : null}
    </article>
  )
}
