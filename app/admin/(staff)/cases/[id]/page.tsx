import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { DemoMark, Section } from "@/app/admin/_ui/parts"
import { Print } from "@/app/admin/_ui/print"
import { Trail } from "@/app/admin/_ui/trail"
import { CaseFacts } from "@/app/admin/(staff)/cases/_parts/case-facts"
import { CaseStatusBadge } from "@/app/admin/(staff)/cases/_parts/case-status"
import { Tips } from "@/app/admin/(staff)/cases/_parts/case-tips"
import { Closing } from "@/app/admin/(staff)/cases/_parts/closing"
import { Regroup } from "@/app/admin/(staff)/cases/_parts/regroup"
import { RelatedCases } from "@/app/admin/(staff)/cases/_parts/related-cases"
import { Measures } from "@/app/admin/(staff)/ledger/_parts/measures"
import { Notes } from "@/app/admin/(staff)/notes/_parts/notes"
import { Referrals } from "@/app/admin/(staff)/referrals/_parts/referrals"
import { listAuthorities } from "@/lib/authority"
import { findCampaign } from "@/lib/campaign"
import { caseAfter, getCase, listCaseTips, listRelatedCases, nameOfCase } from "@/lib/case"
import { checkCollateral } from "@/lib/collateral"
import { listCaseMeasures } from "@/lib/measure"
import { listNotes } from "@/lib/note"
import { listCaseReferrals } from "@/lib/referral"
import { getEstimate, suggestAuthorities } from "@/lib/routing"

const CasePage = consolePage(async ({ ctx, person, locale, params, search }) => {
  const caseId = params.id ?? ""
  const from = Number(/^\d{1,6}$/.exec(search.tips ?? "")?.[0] ?? 0)
  const [file, tips] = await Promise.all([getCase(ctx, { caseId }), listCaseTips(ctx, { caseId, from })])
  const [referrals, measures, authorities, campaign, routed, estimate, collateral, notes, related] =
    await Promise.all([
      listCaseReferrals(ctx, { caseId }),
      listCaseMeasures(ctx, { caseId }),
      listAuthorities(ctx, {}),
      findCampaign(file.case.campaign),
      suggestAuthorities(ctx, { caseId }),
      getEstimate(ctx, { caseId }),
      checkCollateral(ctx, { caseId }),
      listNotes(ctx, { of: { caseId } }),
      listRelatedCases(ctx, { caseId }),
    ])
  const t = wordsFor(locale, "consoleCase")
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={`${t("case")} ${nameOfCase(file.case)}`}>
          {t("case")} <span className="number">{nameOfCase(file.case)}</span>
        </Heading>
        <CaseStatusBadge locale={locale} status={file.case.status} />
        <DemoMark locale={locale} demo={file.case.demo} />
        <Print label={t("print")} />
      </div>
      <div className="columns">
        <div>
          <CaseFacts
            locale={locale}
            found={file.case}
            campaign={campaign?.name[locale] ?? file.case.campaign}
          />
          <Tips locale={locale} caseId={caseId} from={from} tips={tips} />
          <Referrals
            locale={locale}
            person={person}
            found={file.case}
            referrals={referrals}
            authorities={authorities}
            routed={routed}
            estimate={estimate}
            collateral={collateral}
            now={ctx.now}
          />
          <Measures
            locale={locale}
            person={person}
            caseId={caseId}
            isClosed={caseAfter(file.case.status, "record-measure") === undefined}
            sites={file.case.sites}
            measures={measures}
            referrals={referrals}
            authorities={authorities}
          />
        </div>
        <div>
          <Closing
            locale={locale}
            person={person}
            found={file.case}
            referrals={referrals}
            authorities={authorities}
          />
          <RelatedCases locale={locale} related={related} />
          <Regroup locale={locale} person={person} found={file.case} tips={tips} related={related} />
          <Notes locale={locale} person={person} of={{ caseId }} notes={notes} />
          <Section id="trail" title={wordsFor(locale, "console")("trail.title")}>
            <Trail locale={locale} events={file.events} />
          </Section>
        </div>
      </div>
    </>
  )
})
export default CasePage
