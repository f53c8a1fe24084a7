import { type Locale, wordsFor } from "@/app/_words"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { When } from "@/app/admin/_ui/when"
import type { FigureDesk } from "@/lib/statistics"
import { FigureSetTable } from "./figure-set-table"

type Props = { readonly locale: Locale; readonly revisions: FigureDesk["revisions"] }

/** What was published, newest first, each beside what its ledger gives now. */
export const Revisions = ({ locale, revisions }: Props) => {
  const t = wordsFor(locale, "consoleFigures")
  return (
    <Section id="revisions" title={t("revisions")}>
      <p className={revisions.length === 0 ? "empty" : "hint"}>
        {t(revisions.length === 0 ? "neverPublished" : "nowNote")}
      </p>
      {revisions.map(({ set, now }) => {
        const { campaign, number, status, asOf, draftedBy, draftedAt, approvedBy, publishedAt } = set
        const title = t("revision", { number, status: t(`statuses.${status}`) })
        return (
          <article key={number}>
            <h3>
              <a href={`/${locale}/campaigns/${campaign}/figures/${number}`}>{title}</a>
            </h3>
            <Facts
              facts={[
                [
                  t("day"),
                  <time key="day" dateTime={asOf}>
                    {asOf}
                  </time>,
                ],
                [
                  t("draftedBy"),
                  <span key="drafted">
                    {draftedBy.name}, <When locale={locale} at={draftedAt} />
                  </span>,
                ],
                [
                  t("approvedBy"),
                  <span key="approved">
                    {approvedBy.name}, <When locale={locale} at={publishedAt} />
                  </span>,
                ],
              ]}
            />
            <FigureSetTable locale={locale} campaign={campaign} caption={title} set={set} now={now} />
          </article>
        )
      })}
    </Section>
  )
}
