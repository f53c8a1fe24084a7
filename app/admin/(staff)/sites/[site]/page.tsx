import { wordsFor } from "@/app/_words"
import { consolePage } from "@/app/admin/_gate/console-page"
import { ActionForm } from "@/app/admin/_ui/form/action-form"
import { Heading } from "@/app/admin/_ui/heading"
import { Pager } from "@/app/admin/_ui/list/pager"
import { may } from "@/app/admin/_ui/may"
import { siteHref } from "@/app/admin/_ui/site-href"
import { Days } from "@/app/admin/(staff)/sites/_parts/days"
import { DecisionFields } from "@/app/admin/(staff)/sites/_parts/decision"
import { SiteFacts } from "@/app/admin/(staff)/sites/_parts/site-facts"
import { SiteTips } from "@/app/admin/(staff)/sites/_parts/site-tips"
import { decideTicked, decideWaiting } from "@/app/admin/(staff)/sites/actions"
import { campaignAfter, listCampaigns } from "@/lib/campaign"
import { decidedAtOnceMax, decideMany, viewSite } from "@/lib/desk"
import { getSettings } from "@/lib/settings"

const SitePage = consolePage(async ({ ctx, person, locale, params, search }) => {
  const site = decodeURIComponent(params.site ?? "")
  const { cursor } = search
  const [view, campaigns, { entries }] = await Promise.all([
    viewSite(ctx, { site, cursor: cursor || undefined }),
    listCampaigns(ctx, {}),
    getSettings(ctx, {}),
  ])
  const t = wordsFor(locale, "consoleSite")
  const open = campaigns.filter(({ state }) => campaignAfter(state, "accept-tip"))
  const isDecider = may(person, decideMany)
  const { rows, next } = view.tips
  const tips = (
    <SiteTips
      locale={locale}
      now={ctx.now}
      rows={rows}
      entries={entries}
      decidedBy={isDecider ? person.id : undefined}
    />
  )
  return (
    <>
      <div className="head">
        <Heading locale={locale} title={`${t("site")} ${view.name ?? site}`} />
      </div>
      <div className="columns">
        <div>
          {isDecider && rows.length > 0 ? (
            <ActionForm action={decideTicked}>
              {tips}
              <h2>{t("decide")}</h2>
              <DecisionFields locale={locale} campaigns={open} entries={entries} />
            </ActionForm>
          ) : (
            tips
          )}
          <Pager locale={locale} href={siteHref(site)} search={{}} cursor={cursor} next={next} />
        </div>
        <div>
          <SiteFacts locale={locale} view={view} />
          <Days locale={locale} byDay={view.counted.byDay} />
          {isDecider && rows.length > 0 ? (
            <ActionForm fold={t("decideAll")} action={decideWaiting} carries={{ site }}>
              <p className="hint">{t("decideAllNote", { max: decidedAtOnceMax })}</p>
              <DecisionFields locale={locale} campaigns={open} entries={entries} />
            </ActionForm>
          ) : null}
        </div>
      </div>
    </>
  )
})
export default SitePage
