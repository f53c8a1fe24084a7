import { Breadcrumbs } from "@/app/_document/breadcrumbs"
import { Document } from "@/app/_document/document"
import { type Locale, wordsFor } from "@/app/_words"
import type { PublishedRow } from "@/lib/notice"
import { NoticeEntries } from "./notice-entries"

const pageSize = 20

export type NoticeListPart = {
  readonly notices: readonly PublishedRow[]
  /** Counted from 1, the newest notices. */
  readonly number: number
  readonly hasEarlier: boolean
}

/** A part of the list, or undefined where the list does not reach so far; the first part is always there. */
export const partOf = (all: readonly PublishedRow[], number: number): NoticeListPart | undefined => {
  const from = (number - 1) * pageSize
  if (number > 1 && from >= all.length) return undefined
  return { notices: all.slice(from, from + pageSize), number, hasEarlier: from + pageSize < all.length }
}

const pathOf = (number: number) => (number === 1 ? "/notices" : `/notices/page/${number}`)

export const NoticeListPage = ({ locale, part }: { locale: Locale; part: NoticeListPart }) => {
  const t = wordsFor(locale, "notice")
  const { notices, number, hasEarlier } = part
  return (
    <Document
      locale={locale}
      path={pathOf(number)}
      title={t("list.title")}
      description={t("list.description")}
      head={
        <link
          rel="alternate"
          type="application/atom+xml"
          title={t("feedTitle")}
          href={`/${locale}/notices/feed.xml`}
        />
      }
      before={<Breadcrumbs locale={locale} />}
    >
      <h1 className="govuk-heading-xl">{t("list.title")}</h1>
      <p className="govuk-body-l portal-measure">{t("list.lead")}</p>
      {notices.length === 0 ? <p className="govuk-body">{t("list.none")}</p> : null}
      <NoticeEntries locale={locale} notices={notices} />
      {hasEarlier || number > 1 ? (
        <nav className="portal-pages" aria-label={t("list.pages")}>
          {number > 1 ? (
            <a className="govuk-link" rel="prev" href={`/${locale}${pathOf(number - 1)}`}>
              {t("list.later")}
            </a>
          ) : null}
          {hasEarlier ? (
            <a className="govuk-link" rel="next" href={`/${locale}${pathOf(number + 1)}`}>
              {t("list.earlier")}
            </a>
          ) : null}
        </nav>
      ) : null}
      <p className="govuk-body">
        <a className="govuk-link" href={`/${locale}/notices/feed.xml`}>
          {t("list.feed")}
        </a>
      </p>
    </Document>
  )
}
