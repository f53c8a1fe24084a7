import { Document } from "@/app/_document/document"
import { figureSets } from "@/app/_document/figure/figure"
import { FigureCards } from "@/app/_document/figure/figure-parts"
import { ButtonLink } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import type { CampaignFigures } from "@/lib/campaign"
import type { PublishedRow } from "@/lib/notice"
import { NoticeEntries } from "./notices/notice-entries"

const steps = ["tip", "moderation", "case", "referral", "measure", "figure", "notice"] as const

type Props = {
  readonly locale: Locale
  readonly notices: readonly PublishedRow[]
  /** The campaign whose figures stand here; undefined while none has any. */
  readonly headline: CampaignFigures | undefined
}

export const HomePage = ({ locale, notices, headline }: Props) => {
  const t = wordsFor(locale, "home")
  return (
    <Document locale={locale} path="" title={t("title")} description={t("description")}>
      <div className="portal-lead">
        <h1 className="govuk-heading-xl">{t("title")}</h1>
        <p className="govuk-body-l portal-measure">{t("lead")}</p>
        <p className="portal-lead__actions">
          <ButtonLink href={`/${locale}/report`}>{t("report")}</ButtonLink>
          <a className="govuk-link" href={`/${locale}/follow`}>
            {t("follow")}
          </a>
        </p>
      </div>
      <section aria-labelledby="notices">
        <h2 className="govuk-heading-l" id="notices">
          {t("notices")}
        </h2>
        {notices.length === 0 ? <p className="govuk-body">{t("noNotices")}</p> : null}
        <NoticeEntries locale={locale} notices={notices} />
        <p className="govuk-body">
          <a className="govuk-link" href={`/${locale}/notices`}>
            {t("allNotices")}
          </a>
        </p>
      </section>
      {headline ? <Headline locale={locale} {...headline} /> : null}
      <section aria-labelledby="loop">
        <h2 className="govuk-heading-l" id="loop">
          {t("loop")}
        </h2>
        <p className="govuk-body portal-measure">{t("loopLead")}</p>
        <ol className="portal-steps">
          {steps.map((step) => (
            <li className="portal-steps__step" key={step}>
              <strong className="portal-steps__name">{t(`steps.${step}.name`)}</strong>
              {t(`steps.${step}.text`)}
            </li>
          ))}
        </ol>
      </section>
    </Document>
  )
}

const Headline = ({ locale, campaign, figures }: CampaignFigures & { readonly locale: Locale }) => {
  const t = wordsFor(locale, "home")
  const name = campaign.name[locale]
  const set = figureSets(figures).find(({ status }) => status !== "running")
  if (!set) return null
  return (
    <section aria-labelledby="figures">
      <h2 className="govuk-heading-l" id="figures">
        {t("figures", { name })}
      </h2>
      <p className="govuk-body portal-measure">
        {t("figuresFrom", { status: t(`figureStatus.${set.status}`) })}
      </p>
      <FigureCards locale={locale} figures={set.figures} />
      <p className="govuk-body">
        <a className="govuk-link" href={`/${locale}/campaigns/${campaign.slug}`}>
          {t("allFigures", { name })}
        </a>
      </p>
    </section>
  )
}
