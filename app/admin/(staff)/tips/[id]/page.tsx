import { consolePage } from "@/app/_adapter/console-page"
import { Heading } from "@/app/_ui/heading"
import { DemoMark, Section } from "@/app/_ui/parts"
import { TipActs } from "@/app/_ui/tip/tip-acts"
import { TipContent } from "@/app/_ui/tip/tip-content"
import { TipEvidence } from "@/app/_ui/tip/tip-evidence"
import { TipStatusBadge } from "@/app/_ui/tip/tip-status"
import { TipTalk } from "@/app/_ui/tip/tip-talk"
import { To } from "@/app/_ui/to"
import { Trail } from "@/app/_ui/trail"
import { wordsFor } from "@/app/_words"
import { listCampaigns } from "@/lib/campaign"
import { getTip, numberOf } from "@/lib/tip"

const TipPage = consolePage(async ({ ctx, person, locale, params }) => {
  const tipId = params.id ?? ""
  const [{ tip, evidence, messages, events }, campaigns] = await Promise.all([
    getTip(ctx, { tipId }),
    listCampaigns(ctx, {}),
  ])
  const t = wordsFor(locale, "consoleTip")
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={`${t("tip")} ${numberOf(tipId)}`}>
          {t("tip")} <span className="number">{numberOf(tipId)}</span>
        </Heading>
        <TipStatusBadge locale={locale} status={tip.status} />
        <DemoMark locale={locale} demo={tip.demo} />
        <a className="jump" href="#acts">
          {t("acts")}
        </a>
        {tip.caseId ? <To href={`/admin/cases/${tip.caseId}`}>{t("toCase")}</To> : null}
      </div>
      <div className="columns">
        <div>
          <TipContent locale={locale} tip={tip} />
          <TipTalk locale={locale} messages={messages} />
          <TipEvidence locale={locale} now={ctx.now} person={person} tipId={tipId} evidence={evidence} />
        </div>
        <div>
          <TipActs
            locale={locale}
            now={ctx.now}
            person={person}
            tip={tip}
            campaigns={campaigns.filter(({ state, demo }) => state === "running" && (!tip.demo || demo))}
          />
          <Section id="trail" title={wordsFor(locale, "console")("trail.title")}>
            <Trail locale={locale} events={events} />
          </Section>
        </div>
      </div>
    </>
  )
})
export default TipPage
