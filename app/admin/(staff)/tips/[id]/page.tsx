import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { consoleVeil } from "@/app/admin/_gate/console-veil"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Send } from "@/app/admin/_ui/form/send"
import { Heading } from "@/app/admin/_ui/heading"
import { may } from "@/app/admin/_ui/may"
import { DemoMark, Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { Trail } from "@/app/admin/_ui/trail"
import { Notes } from "@/app/admin/(staff)/notes/_parts/notes"
import { textsOf } from "@/app/admin/(staff)/tips/_parts/copies"
import { Flow } from "@/app/admin/(staff)/tips/_parts/flow"
import { OtherTips } from "@/app/admin/(staff)/tips/_parts/other-tips"
import { Presence } from "@/app/admin/(staff)/tips/_parts/presence"
import { PriorityLine } from "@/app/admin/(staff)/tips/_parts/priority"
import { TipActs } from "@/app/admin/(staff)/tips/_parts/tip-acts"
import { TipContent } from "@/app/admin/(staff)/tips/_parts/tip-content"
import { TipEvidence } from "@/app/admin/(staff)/tips/_parts/tip-evidence"
import { Labels, TipLabels } from "@/app/admin/(staff)/tips/_parts/tip-labels"
import { TipStatusBadge } from "@/app/admin/(staff)/tips/_parts/tip-status"
import { TipTalk } from "@/app/admin/(staff)/tips/_parts/tip-talk"
import { askLook } from "@/app/admin/(staff)/tips/actions"
import { campaignAfter, listCampaigns } from "@/lib/campaign"
import { listLikePictures, listOriginals, listSameFiles, weighTip } from "@/lib/desk"
import { listEvidence } from "@/lib/evidence"
import { listNotes } from "@/lib/note"
import { numberOf } from "@/lib/reporter"
import { askForLook } from "@/lib/second-look"
import { listModerators } from "@/lib/session"
import { getSettings } from "@/lib/settings"
import { after, getTip } from "@/lib/tip"

const TipPage = consolePage(async ({ ctx, person, locale, params, search }) => {
  const tipId = params.id ?? ""
  const [
    { tip, messages, events },
    evidence,
    campaigns,
    priority,
    { entries },
    notes,
    colleagues,
    same,
    like,
  ] = await Promise.all([
    getTip(ctx, { tipId }),
    listEvidence(ctx, { tipId }),
    listCampaigns(ctx, {}),
    weighTip(ctx, { tipId }),
    getSettings(ctx, {}),
    listNotes(ctx, { of: { tipId } }),
    may(person, listModerators) ? listModerators(ctx, {}) : [],
    listSameFiles(ctx, { tipId }),
    listLikePictures(ctx, { tipId }),
  ])
  const texts = await textsOf(evidence)
  // To be picked from, where the person may decide.
  const mayPick = tip.claim?.id === person.id && may(person, listOriginals)
  const originals = mayPick ? await listOriginals(ctx, { tipId }) : []
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
        <Labels locale={locale} labels={tip.labels} entries={entries} />
        <a className="jump" href="#acts">
          {t("acts")}
        </a>
        {tip.caseId ? <To href={`/admin/cases/${tip.caseId}`}>{t("toCase")}</To> : null}
      </div>
      <Presence
        tipId={tipId}
        text={t("alsoLooking", { names: "{names}" })}
        separator={locale === "zh" ? "、" : ", "}
      />
      {isOpen ? <PriorityLine locale={locale} priority={priority} /> : null}
      <div className="columns">
        <div>
          <TipContent locale={locale} tip={tip} entries={entries} />
          <TipTalk locale={locale} messages={messages} />
          <TipEvidence
            locale={locale}
            now={ctx.now}
            person={person}
            tipId={tipId}
            evidence={evidence}
            texts={texts}
            isVeiled={await consoleVeil()}
          />
          <OtherTips locale={locale} id="same" title={t("sameFiles", { count: same.length })} tips={same} />
          <OtherTips
            locale={locale}
            id="like"
            title={t("likePictures", { count: like.length })}
            tips={like}
          />
        </div>
        <div>
          <TipActs
            locale={locale}
            now={ctx.now}
            person={person}
            tip={tip}
            flow={search.flow}
            entries={entries}
            colleagues={colleagues}
            originals={originals}
            campaigns={campaigns.filter(
              ({ state, demo }) => campaignAfter(state, "accept-tip") && (!tip.demo || demo),
            )}
          />
          <TipLabels locale={locale} person={person} tip={tip} entries={entries} />
          {may(person, askForLook) && tip.decidedAt ? (
            <ActionForm action={askLook} carries={{ tipId }} className="inline">
              <Send>{t("askForLook")}</Send>
            </ActionForm>
          ) : null}
          <Notes locale={locale} person={person} of={{ tipId }} notes={notes} />
          <Section id="trail" title={wordsFor(locale, "console")("trail.title")}>
            <Trail locale={locale} events={events} />
          </Section>
        </div>
      </div>
    </>
  )
})
export default TipPage
