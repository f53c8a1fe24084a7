import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { FigureTable } from "@/app/_document/figure/figure-parts"
import { SummaryList, Tag, Warning } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { dateText, dayText } from "@/app/_words/date-text"
import type { Campaign } from "@/lib/campaign"
import { figuresOf, type PublishedSet } from "@/lib/statistics"

type Props = { readonly locale: Locale; readonly campaign: Campaign; readonly revision: PublishedSet }

/** One published set of a campaign's figures, at its own address for good. */
export const RevisionPage = ({ locale, campaign, revision }: Props) => {
  const t = wordsFor(locale, "campaign")
  const { number, status, asOf, publishedAt, latest } = revision
  const home = `/campaigns/${campaign.slug}`
  const name = campaign.name[locale]
  return (
    <Document
      locale={locale}
      path={`${home}/figures/${number}`}
      title={t("revision.title", { name, number })}
      before={
        <Breadcrumbs
          locale={locale}
          crumbs={[
            { href: `/${locale}/campaigns`, text: t("list.title") },
            { href: `/${locale}${home}`, text: name },
          ]}
        />
      }
    >
      {number < latest ? (
        <Warning locale={locale}>
          {t("revision.superseded")}{" "}
          <a className="govuk-link" href={`/${locale}${home}/figures/${latest}`}>
            {t("revision.toLatest")}
          </a>
        </Warning>
      ) : null}
      <h1 className="govuk-heading-xl portal-heading">
        {t("revision.title", { name, number })}{" "}
        {campaign.demo ? <Tag colour="purple">{t("demo")}</Tag> : null}
      </h1>
      {campaign.demo ? <Warning locale={locale}>{t("demoNote")}</Warning> : null}
      <SummaryList
        rows={[
          { key: t("page.status"), value: t(`statuses.${status}`) },
          { key: t("page.date"), value: dateText(locale, asOf) },
          { key: t("revision.published"), value: dayText(locale, publishedAt) },
        ]}
      />
      <FigureTable
        locale={locale}
        campaign={campaign.slug}
        caption={t(`page.${status}`)}
        figures={figuresOf(revision)}
        sources={[]}
      />
      <p className="govuk-body portal-measure">{t("page.howCounted")}</p>
      <p className="govuk-body">
        {t("page.data")}:{" "}
        <a className="govuk-link" href={`/api/v1${home}/figures/${number}`}>
          JSON
        </a>
      </p>
    </Document>
  )
}
