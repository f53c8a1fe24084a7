import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { keyWords } from "@/app/admin/_ui/key-words"
import { Keys } from "@/app/admin/_ui/keys"
import { DemoMark, Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { Trail } from "@/app/admin/_ui/trail"
import { Flow } from "@/app/admin/(staff)/tips/_parts/flow"
import { PriorityLine } from "@/app/admin/(staff)/tips/_parts/priority"
import { TipActs } from "@/app/admin/(staff)/tips/_parts/tip-acts"
import { TipContent } from "@/app/admin/(staff)/tips/_parts/tip-content"
import { TipEvidence } from "@/app/admin/(staff)/tips/_parts/tip-evidence"
import { TipStatusBadge } from "@/app/admin/(staff)/tips/_parts/tip-status"
import { TipTalk } from "@/app/admin/(staff)/tips/_parts/tip-talk"
import { campaignAfter, listCampaigns } from "@/lib/campaign"
import { weighTip } from "@/lib/desk"
import { type Evidence, listEvidence, previewText } from "@/lib/evidence"
import { numberOf } from "@/lib/reporter"
import { after, getTip } from "@/lib/tip"

const TipPage = consolePage(async ({ ctx, person, locale, params, search }) => {
  const tipId = params.id ?? ""
  const [{ tip, messages, events }, evidence, campaigns, priority] = await Promise.all([
    getTip(ctx, { tipId }),
    listEvidence(ctx, { tipId }),
    listCampaigns(ctx, {}),
    weighTip(ctx, { tipId }),
  ])
  const texts = await textsOf(evidence)
  const t = wordsFor(locale, "consoleTip")
  const isOpen = after(tip.status, "claim") !== undefined
  return (
    <>
      <Flow locale={locale} person={person} search={search} />
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
        <Keys words={keyWords(locale)} />
      </div>
      {isOpen ? <PriorityLine locale={locale} priority={priority} /> : null}
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
            flow={search.flow}
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
