import type { ReactNode } from "react"
import { SummaryList } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { DateText } from "@/app/_words/date-text"
import { UnderstoodTargets } from "@/app/[locale]/report/understood/targets"
import type { Campaign } from "@/lib/campaign"
import type { Checked } from "@/lib/site-list"
import { meaningOf } from "@/lib/tip"

type Props = {
  readonly locale: Locale
  readonly checked: Checked
  readonly campaign?: Pick<Campaign, "slug" | "name"> | undefined
}

/** Where the site that was asked about stands. */
export const Verdict = ({ locale, checked: { target, standing }, campaign }: Props) => {
  const t = wordsFor(locale, "siteCheck")
  const site = target.kind === "name" ? target.text : (standing?.siteName ?? target.site)
  const read = {
    key: t("facts.read"),
    value: (
      <UnderstoodTargets
        locale={locale}
        targets={[{ typed: target.typed ?? target.text, target, ...meaningOf(target) }]}
      />
    ),
  }
  if (!standing)
    return (
      <div className="govuk-inset-text">
        <h2 className="govuk-heading-m">{t("notListed")}</h2>
        <p className="govuk-body">{t("notListedText", { site })}</p>
        <SummaryList rows={[read]} />
        <p className="govuk-body">
          <a className="govuk-link" href={`/${locale}/report`}>
            {t("report")}
          </a>
        </p>
      </div>
    )
  const isListed = standing.status === "listed"
  const rows: { key: string; value: ReactNode }[] = [
    read,
    { key: t("facts.since"), value: <DateText locale={locale} at={standing.listedAt} /> },
  ]
  if (standing.removedAt)
    rows.push({ key: t("facts.until"), value: <DateText locale={locale} at={standing.removedAt} /> })
  if (isListed && campaign)
    rows.push({
      key: t("facts.campaign"),
      value: (
        <a className="govuk-link" href={`/${locale}/campaigns/${campaign.slug}`}>
          {campaign.name[locale]}
        </a>
      ),
    })
  if (isListed)
    rows.push({
      key: t("facts.outcome"),
      value: wordsFor(locale, "consoleCase")(`outcomes.${standing.outcome}`),
    })
  return (
    <div className={`govuk-inset-text ${isListed ? "portal-verdict--bad" : ""}`}>
      <h2 className="govuk-heading-m">{t(isListed ? "listed" : "removed")}</h2>
      <p className="govuk-body">{t(isListed ? "listedText" : "removedText", { site })}</p>
      {standing.demo ? <p className="govuk-body">{t("demo")}</p> : null}
      <SummaryList rows={rows} />
    </div>
  )
}
