import { consolePage } from "@/app/_adapter/console-page"
import { CaseStatusBadge } from "@/app/_ui/case/case-status"
import { CaseTips } from "@/app/_ui/case/case-tips"
import { Closing } from "@/app/_ui/case/closing"
import { Measures } from "@/app/_ui/case/measures"
import { Referrals } from "@/app/_ui/case/referrals"
import { Heading } from "@/app/_ui/heading"
import { DemoMark, Section } from "@/app/_ui/parts"
import { Print } from "@/app/_ui/print"
import { Trail } from "@/app/_ui/trail"
import { wordsFor } from "@/app/_words"
import { findCampaign } from "@/lib/campaign"
import { getCase, listAuthorities } from "@/lib/enforcement"

const CasePage = consolePage(async ({ ctx, person, locale, params }) => {
  const file = await getCase(ctx, { caseId: params.id ?? "" })
  const [authorities, campaign] = await Promise.all([
    listAuthorities(ctx, {}),
    findCampaign(file.case.campaign),
  ])
  const t = wordsFor(locale, "consoleCase")
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={`${t("case")} ${file.case.site}`} />
        <CaseStatusBadge locale={locale} status={file.case.status} />
        <DemoMark locale={locale} demo={file.case.demo} />
        <Print label={t("print")} />
      </div>
      <div className="columns">
        <div>
          <CaseTips locale={locale} file={file} campaign={campaign?.name[locale] ?? file.case.campaign} />
          <Referrals locale={locale} person={person} file={file} authorities={authorities} now={ctx.now} />
          <Measures
            locale={locale}
            person={person}
            caseId={file.case.caseId}
            isClosed={file.case.status === "closed"}
            measures={file.measures}
            referrals={file.referrals}
            authorities={authorities}
          />
        </div>
        <div>
          <Closing locale={locale} person={person} found={file.case} />
          <Section id="trail" title={wordsFor(locale, "console")("trail.title")}>
            <Trail locale={locale} events={file.events} />
          </Section>
        </div>
      </div>
    </>
  )
})
export default CasePage
