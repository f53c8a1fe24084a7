import { type Locale, wordsFor } from "@/app/_words"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Checks } from "@/app/admin/_ui/form/checks"
import { Field } from "@/app/admin/_ui/form/field"
import { Send } from "@/app/admin/_ui/form/send"
import { may } from "@/app/admin/_ui/may"
import { Fold, Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { draft } from "@/app/admin/(staff)/referrals/actions"
import { type Authority, inTree } from "@/lib/authority"
import { type Case, caseAfter } from "@/lib/case"
import type { Finding } from "@/lib/collateral"
import type { Person } from "@/lib/kernel/actor"
import { draftReferral, type Referral } from "@/lib/referral"
import type { Estimate, Routed } from "@/lib/routing"
import { Collateral } from "./collateral"
import { OfficerActs } from "./officer-acts"
import { ReferralFacts } from "./referral-facts"
import { ReferralStatusBadge } from "./referral-status"
import { Suggested } from "./suggested"

type Props = {
  readonly locale: Locale
  readonly now: string
  readonly person: Person
  readonly found: Case
  readonly referrals: readonly Referral[]
  readonly authorities: readonly Authority[]
  /** What the rules suggest, and look at. */
  readonly routed: Routed
  readonly estimate: Estimate
  /** What of the case's sites could hurt others. */
  readonly collateral: readonly Finding[]
}

/** As many as the form has room for. */
const assistants = ["assisting.0", "assisting.1", "assisting.2"]

/** A case's referrals, each approved by another officer than the one who drafted it. */
export const Referrals = (props: Props) => {
  const { locale, person, found, referrals, authorities, routed, estimate, collateral } = props
  const t = wordsFor(locale, "consoleCase")
  const choices = inTree(authorities).map(({ one: { authorityId, name }, depth }) => ({
    value: authorityId,
    label: `${"　".repeat(depth)}${name[locale]}`,
  }))
  return (
    <Section id="referrals" title={t("referrals")}>
      {referrals.length === 0 ? <p className="empty">{t("noReferrals")}</p> : null}
      {referrals.map((referral) => (
        <One key={referral.referralId} {...props} referral={referral} />
      ))}
      {caseAfter(found.status, "refer") ? (
        <Suggested
          locale={locale}
          person={person}
          caseId={found.caseId}
          authorities={authorities}
          routed={routed}
          estimate={estimate}
        />
      ) : null}
      {may(person, draftReferral) && caseAfter(found.status, "refer") ? (
        <ActionForm fold={t("draft")} action={draft} carries={{ caseId: found.caseId }}>
          {/* Another suggestion draws the choice anew. */}
          <Field
            key={routed.suggestions[0]?.to}
            name="authorityId"
            kind="select"
            label={t("authority")}
            initial={routed.suggestions[0]?.to}
            options={choices}
          />
          <Fold title={t("joint")}>
            <p className="hint">{t("assistingHint")}</p>
            {assistants.map((name) => (
              <Field
                key={name}
                name={name}
                kind="select"
                label={t("assisting")}
                optional={t("optional")}
                options={[{ value: "", label: t("nobody") }, ...choices]}
              />
            ))}
          </Fold>
          <Collateral locale={locale} found={collateral} />
          <Field name="reason" kind="area" label={t("whyThisAuthority")} rows={4} />
          {referrals.length > 0 ? (
            <Checks
              name="again"
              label={t("earlierReferrals")}
              hint={t("isAgainHint")}
              options={[{ name: "isAgain", label: t("isAgain") }]}
            />
          ) : null}
          <Send kind="main">{t("draft")}</Send>
        </ActionForm>
      ) : null}
    </Section>
  )
}

const One = ({
  locale,
  now,
  person,
  authorities,
  collateral,
  referral,
}: Props & { readonly referral: Referral }) => {
  const { referralId, caseId, authorityId, status } = referral
  const name = authorities.find((one) => one.authorityId === authorityId)?.name[locale] ?? authorityId
  return (
    <article>
      <h3>
        <To href={`/admin/referrals/${caseId}/${referralId}`}>{name}</To>{" "}
        <ReferralStatusBadge locale={locale} status={status} />
      </h3>
      <ReferralFacts locale={locale} now={now} referral={referral} authorities={authorities} />
      <OfficerActs locale={locale} person={person} referral={referral} found={collateral} />
    </article>
  )
}
