import { type Locale, wordsFor } from "@/app/_words"
import { dayText } from "@/app/_words/date-text"
import type { PublishedRow } from "@/lib/notice"

export const NoticeEntries = ({ locale, notices }: { locale: Locale; notices: readonly PublishedRow[] }) => {
  const t = wordsFor(locale, "notice")
  if (notices.length === 0) return null
  return (
    <ul className="portal-list">
      {notices.map(({ slug, number, title, publishedAt }) => (
        <li className="portal-list__item" key={slug}>
          <a className="govuk-link" href={`/${locale}/notices/${slug}`}>
            {title[locale]}
          </a>
          <span className="portal-list__note">
            <time dateTime={publishedAt}>{dayText(locale, publishedAt)}</time>
            {number > 1 ? ` · ${t("version", { number })}` : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
