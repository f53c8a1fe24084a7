import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { SourceList } from "@/app/_document/figure/figure-parts"
import { FrozenFigures } from "@/app/_document/figure/frozen-figures"
import { NoticeBody } from "@/app/_document/notice-body"
import { Inset, Warning } from "@/app/_document/parts"
import { type Locale, wordsFor } from "@/app/_words"
import { dayText } from "@/app/_words/date-text"
import type { Campaign, Source } from "@/lib/campaign"
import type { PublishedNotice } from "@/lib/notice"

type Props = {
  readonly locale: Locale
  readonly notice: PublishedNotice
  readonly campaigns: readonly Campaign[]
  /** Where the notice's figures were published. */
  readonly sources: readonly Source[]
  /** Read at the address of its version, not at that of the notice. */
  readonly isAtVersion?: boolean
}

export const NoticePage = ({ locale, notice, campaigns, sources, isAtVersion = false }: Props) => {
  const t = wordsFor(locale, "notice")
  const { slug, number, figures } = notice
  const campaign = campaigns.find((one) => one.slug === notice.campaign)
  return (
    <Document
      locale={locale}
      path={isAtVersion ? `/notices/${slug}/v/${number}` : `/notices/${slug}`}
      title={notice.title[locale]}
      before={
        <Breadcrumbs locale={locale} crumbs={[{ href: `/${locale}/notices`, text: t("list.title") }]} />
      }
    >
      <article aria-labelledby="title">
        {notice.superseded ? <Superseded locale={locale} slug={slug} /> : null}
        <h1 className="govuk-heading-xl portal-measure" id="title">
          {notice.title[locale]}
        </h1>
        <p className="portal-meta">
          <span>
            {t("publishedAt")}{" "}
            <time dateTime={notice.publishedAt}>{dayText(locale, notice.publishedAt)}</time>
          </span>
          {number > 1 ? (
            <span>
              {t("firstPublishedAt")}{" "}
              <time dateTime={notice.firstPublishedAt}>{dayText(locale, notice.firstPublishedAt)}</time>
            </span>
          ) : null}
          <span>{t("version", { number })}</span>
        </p>
        {notice.correction ? <Inset>{t("correction", { reason: notice.correction[locale] })}</Inset> : null}
        <NoticeBody locale={locale} body={notice.body[locale]} figures={figures} />
        {figures.length > 0 ? (
          <section aria-labelledby="figures">
            <h2 className="govuk-heading-l" id="figures">
              {t("figures")}
            </h2>
            <p className="govuk-body portal-measure">{t("figuresNote")}</p>
            <FrozenFigures locale={locale} figures={figures} campaigns={campaigns} />
          </section>
        ) : null}
        {sources.length > 0 ? (
          <section aria-labelledby="sources">
            <h2 className="govuk-heading-m" id="sources">
              {t("sources")}
            </h2>
            <SourceList locale={locale} sources={sources} />
          </section>
        ) : null}
      </article>
      {campaign ? (
        <Inset>
          <a className="govuk-link" href={`/${locale}/campaigns/${campaign.slug}`}>
            {t("campaignLink", { name: campaign.name[locale] })}
          </a>
        </Inset>
      ) : null}
      <Versions locale={locale} notice={notice} />
    </Document>
  )
}

const Superseded = ({ locale, slug }: { locale: Locale; slug: string }) => {
  const t = wordsFor(locale, "notice")
  return (
    <Warning locale={locale}>
      {t("superseded.text")}{" "}
      <a className="govuk-link" href={`/${locale}/notices/${slug}`}>
        {t("superseded.link")}
      </a>
    </Warning>
  )
}

/** The address of each version, newest first. */
const Versions = ({ locale, notice }: { locale: Locale; notice: PublishedNotice }) => {
  const t = wordsFor(locale, "notice")
  const numbers = Array.from({ length: notice.latest }, (_, index) => notice.latest - index)
  return (
    <section className="portal-screen" aria-labelledby="versions">
      <h2 className="govuk-heading-m" id="versions">
        {t("versions")}
      </h2>
      <ul className="govuk-list">
        {numbers.map((number) => (
          <li key={number}>
            <a
              className="govuk-link"
              href={`/${locale}/notices/${notice.slug}/v/${number}`}
              aria-current={number === notice.number ? "true" : undefined}
            >
              {t("version", { number })}
            </a>
            {number === notice.latest ? t("current") : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
