import { type Locale, wordsFor } from "@/app/_words"
import { dateText, dayText } from "@/app/_words/date-text"
import type { PublishedSet } from "@/lib/statistics"

type Props = {
  readonly locale: Locale
  readonly campaign: string
  readonly revisions: readonly PublishedSet[]
}

/** Every set of figures that was ever published of a campaign, newest first, each at its own address. */
export const RevisionList = ({ locale, campaign, revisions }: Props) => {
  const t = wordsFor(locale, "campaign")
  return (
    <section aria-labelledby="revisions">
      <h2 className="govuk-heading-l" id="revisions">
        {t("revision.all")}
      </h2>
      <p className="govuk-body portal-measure">{t("revision.allNote")}</p>
      <ul className="govuk-list govuk-list--bullet">
        {revisions.map(({ number, status, asOf, publishedAt }) => (
          <li key={number}>
            <a className="govuk-link" href={`/${locale}/campaigns/${campaign}/figures/${number}`}>
              {t("revision.name", { number })}
            </a>
            {t("revision.summary", {
              status: t(`statuses.${status}`),
              asOf: dateText(locale, asOf),
              published: dayText(locale, publishedAt),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
