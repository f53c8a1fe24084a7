import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { DemoMark, Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { Trail } from "@/app/admin/_ui/trail"
import { TipActs } from "@/app/admin/(staff)/tips/_parts/tip-acts"
import { TipContent } from "@/app/admin/(staff)/tips/_parts/tip-content"
import { TipEvidence } from "@/app/admin/(staff)/tips/_parts/tip-evidence"
import { TipStatusBadge } from "@/app/admin/(staff)/tips/_parts/tip-status"
import { TipTalk } from "@/app/admin/(staff)/tips/_parts/tip-talk"
import { campaignAfter, listCampaigns } from "@/lib/campaign"
import { type Evidence, listEvidence, previewText } from "@/lib/evidence"
import { numberOf } from "@/lib/reporter"
import { getTip } from "@/lib/tip"

const TipPage = consolePage(async ({ ctx, person, locale, params }) => {
  const tipId = params.id ?? ""
  const [{ tip, messages, events }, evidence, campaigns] = await Promise.all([
    getTip(ctx, { tipId }),
    listEvidence(ctx, { tipId }),
    listCampaigns(ctx, {}),
  ])
  const texts = await textsOf(evidence)
  const t = wordsFor(locale, "consoleTip")
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={`${t("tip")} ${numberOf(tip.tipId)}`}>
          {t("tip")} <span className="number">{numberOf(tip.tipId)}</span>
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
          <TipEvidence
            locale={locale}
            now={ctx.now}
            person={person}
            tipId={tipId}
            evidence={evidence}
            texts={texts}
          />
        </div>
        <div>
          <TipActs
            locale={locale}
            now={ctx.now}
            person={person}
            tip={tip}
            campaigns={campaigns.filter(
              ({ state, demo }) => campaignAfter(state, "accept-tip") && (!tip.demo || demo),
            )}
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

const textsOf = async (evidence: readonly Evidence[]) => {
  const copied = evidence.filter(({ hasPreview }) => hasPreview)
  const texts = await Promise.all(
    copied.map(async (one) => [one.evidenceId, await previewText(one)] as const),
  )
  return new Map(texts.flatMap(([id, text]) => (text === undefined ? [] : [[id, text] as const])))
}
