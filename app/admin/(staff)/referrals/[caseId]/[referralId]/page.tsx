import { wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { may } from "@/app/admin/_ui/may"
import { DemoMark, Section } from "@/app/admin/_ui/parts"
import { TargetList } from "@/app/admin/_ui/target-list"
import { To } from "@/app/admin/_ui/to"
import { Measures } from "@/app/admin/(staff)/ledger/_parts/measures"
import { Collateral } from "@/app/admin/(staff)/referrals/_parts/collateral"
import { Deliveries } from "@/app/admin/(staff)/referrals/_parts/deliveries"
import { EvidencePackage } from "@/app/admin/(staff)/referrals/_parts/evidence-package"
import { OfficerActs } from "@/app/admin/(staff)/referrals/_parts/officer-acts"
import { ReferralActs } from "@/app/admin/(staff)/referrals/_parts/referral-acts"
import { ReferralFacts } from "@/app/admin/(staff)/referrals/_parts/referral-facts"
import { ReferralStatusBadge } from "@/app/admin/(staff)/referrals/_parts/referral-status"
import { Updates } from "@/app/admin/(staff)/referrals/_parts/updates"
import { listUpdates } from "@/lib/agency"
import { listAuthorities } from "@/lib/authority"
import { getCase, siteNameOf } from "@/lib/case"
import { checkCollateral } from "@/lib/collateral"
import { listReferralDeliveries } from "@/lib/delivery"
import { listReferralMeasures } from "@/lib/measure"
import { findPackage } from "@/lib/package"
import { getReferral } from "@/lib/referral"
import { numberOf } from "@/lib/reporter"

const ReferralPage = consolePage(async ({ ctx, person, locale, params }) => {
  const { caseId = "", referralId = "" } = params
  const [
    { referral, unweighed, targets, tips },
    measures,
    authorities,
    updates,
    deliveries,
    evidence,
    collateral,
  ] = await Promise.all([
    getReferral(ctx, { caseId, referralId }),
    listReferralMeasures(ctx, { caseId, referralId }),
    listAuthorities(ctx, {}),
    listUpdates(ctx, { referralId }),
    may(person, listReferralDeliveries) ? listReferralDeliveries(ctx, { referralId }) : undefined,
    findPackage(ctx, { caseId, referralId }),
    may(person, checkCollateral) ? checkCollateral(ctx, { caseId }) : [],
  ])
  const t = wordsFor(locale, "consoleCase")
  const authority = authorities.find(({ authorityId }) => authorityId === referral.authorityId)
  // An app is told by its name: its site is a code.
  const named = targets.find(({ kind, site }) => kind === "name" && site === referral.site)
  const called = shownText(named?.text ?? siteNameOf(referral))
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={`${t("referral")} ${called}`} />
        <ReferralStatusBadge locale={locale} status={referral.status} />
        <DemoMark locale={locale} demo={referral.demo} />
        {may(person, getCase) ? <To href={`/admin/cases/${caseId}`}>{t("toCase")}</To> : null}
      </div>
      <div className="columns">
        <div>
          <Section id="referral" title={authority?.name[locale] ?? referral.authorityId}>
            <ReferralFacts locale={locale} now={ctx.now} referral={referral} authorities={authorities} />
            {unweighed.length > 0 ? <Collateral locale={locale} found={unweighed} isLater /> : null}
            <OfficerActs locale={locale} person={person} referral={referral} found={collateral} />
          </Section>
          <Section id="targets" title={t("targets")}>
            <TargetList locale={locale} targets={targets} />
            {tips.map(({ tipId, description }, at) => (
              <article key={tipId ?? `tip ${at + 1}`}>
                {tipId ? <h3 className="number">{numberOf(tipId)}</h3> : null}
                <p className="typed">{shownText(description)}</p>
              </article>
            ))}
          </Section>
          {evidence ? <EvidencePackage locale={locale} person={person} found={evidence} /> : null}
          <Measures
            locale={locale}
            person={person}
            caseId={caseId}
            isClosed={false}
            sites={[...new Set(targets.map(({ site }) => site))]}
            measures={measures}
            referrals={[referral]}
            authorities={authorities}
          />
          <Updates locale={locale} updates={updates} />
          {deliveries ? (
            <Deliveries locale={locale} person={person} caseId={caseId} deliveries={deliveries} />
          ) : null}
        </div>
        <ReferralActs locale={locale} person={person} referral={referral} />
      </div>
    </>
  )
})
export default ReferralPage
