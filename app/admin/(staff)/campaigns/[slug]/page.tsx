import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { may } from "@/app/admin/_ui/may"
import { Badge, DemoMark, Section } from "@/app/admin/_ui/parts"
import { Trail } from "@/app/admin/_ui/trail"
import { CampaignForm } from "@/app/admin/(staff)/campaigns/_parts/campaign-form"
import { DraftAtWork } from "@/app/admin/(staff)/campaigns/_parts/draft-at-work"
import { DraftFigures } from "@/app/admin/(staff)/campaigns/_parts/draft-figures"
import { EndCampaign } from "@/app/admin/(staff)/campaigns/_parts/end-campaign"
import { Revisions } from "@/app/admin/(staff)/campaigns/_parts/revisions"
import { campaignAfter, endCampaign, openCampaign } from "@/lib/campaign"
import { draftFigures, getFigureDesk } from "@/lib/statistics"

const CampaignPage = consolePage(async ({ ctx, person, locale, params }) => {
  const desk = await getFigureDesk(ctx, { campaign: params.slug ?? "" })
  const { campaign, campaignVersion, ending, atWork, revisions, events } = desk
  const { slug, name, state, demo } = campaign
  const t = wordsFor(locale, "consoleFigures")
  const isDraft = atWork?.set.state === "draft"
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={name[locale]} />
        <Badge tone={state === "running" ? "good" : "calm"}>
          {wordsFor(locale, "consoleDesk")(`campaigns.states.${state}`)}
        </Badge>
        <DemoMark locale={locale} demo={demo} />
      </div>
      <p>
        <a href={`/${locale}/campaigns/${slug}`}>{t("publicPage")}</a>
      </p>
      {campaignAfter(state, "draft-figures") ? (
        <>
          <Section id="draft" title={t("atWork")}>
            {isDraft ? (
              <DraftAtWork locale={locale} person={person} {...atWork} />
            ) : (
              <p className="empty">{t("none")}</p>
            )}
            {may(person, draftFigures) && !isDraft ? <DraftFigures locale={locale} desk={desk} /> : null}
          </Section>
          <Revisions locale={locale} revisions={revisions} />
        </>
      ) : null}
      {campaignAfter(state, "end") && may(person, endCampaign) ? (
        <EndCampaign
          locale={locale}
          person={person}
          campaign={campaign}
          campaignVersion={campaignVersion}
          ending={ending}
        />
      ) : null}
      {state !== "past" && may(person, openCampaign) ? (
        <CampaignForm locale={locale} campaign={campaign} campaignVersion={campaignVersion} />
      ) : null}
      <Section id="trail" title={wordsFor(locale, "console")("trail.title")}>
        <Trail locale={locale} events={events} />
      </Section>
    </>
  )
})
export default CampaignPage
