import { consolePage } from "@/app/_adapter/console-page"
import { ReferralStatusBadge } from "@/app/_ui/case/case-status"
import { Measures } from "@/app/_ui/case/measures"
import { ReferralActs } from "@/app/_ui/case/referral-acts"
import { ReferralFacts } from "@/app/_ui/case/referral-facts"
import { Heading } from "@/app/_ui/heading"
import { may } from "@/app/_ui/may"
import { DemoMark, Section } from "@/app/_ui/parts"
import { To } from "@/app/_ui/to"
import { wordsFor } from "@/app/_words"
import { getCase, getReferral, listAuthorities } from "@/lib/enforcement"
import { numberOf } from "@/lib/tip"

const ReferralPage = consolePage(async ({ ctx, person, locale, params }) => {
  const { caseId = "", referralId = "" } = params
  const [{ referral, measures, targets, tips }, authorities] = await Promise.all([
    getReferral(ctx, { caseId, referralId }),
    listAuthorities(ctx, {}),
  ])
  const t = wordsFor(locale, "consoleCase")
  const authority = authorities.find(({ authorityId }) => authorityId === referral.authorityId)
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={`${t("referral")} ${referral.site}`} />
        <ReferralStatusBadge locale={locale} status={referral.status} />
        <DemoMark locale={locale} demo={referral.demo} />
        {may(person, getCase) ? <To href={`/admin/cases/${caseId}`}>{t("toCase")}</To> : null}
      </div>
      <div className="columns">
        <div>
          <Section id="referral" title={authority?.name[locale] ?? referral.authorityId}>
            <ReferralFacts locale={locale} now={ctx.now} referral={referral} />
          </Section>
          <Section id="targets" title={t("targets")}>
            <ul className="targets">
              {targets.map((text) => (
                <li key={text}>
                  <code className="copy">{text}</code>
                </li>
              ))}
            </ul>
            {tips.map(({ tipId, description }) => (
              <article key={tipId}>
                <h3 className="number">{numberOf(tipId)}</h3>
                <p className="typed">{description}</p>
              </article>
            ))}
          </Section>
          <Measures
            locale={locale}
            person={person}
            caseId={caseId}
            isClosed={false}
            measures={measures}
            referrals={[referral]}
            authorities={authorities}
          />
        </div>
        <ReferralActs locale={locale} person={person} referral={referral} />
      </div>
    </>
  )
})
export default ReferralPage
