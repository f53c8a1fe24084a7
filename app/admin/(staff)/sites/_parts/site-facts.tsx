import { type Locale, wordsFor } from "@/app/_words"
import { dateText } from "@/app/_words/date-text"
import { shownText } from "@/app/_words/shown-text"
import { Facts, Section } from "@/app/admin/_ui/parts"
import { siteHref } from "@/app/admin/_ui/site-href"
import { To } from "@/app/admin/_ui/to"
import { nameOfCase } from "@/lib/case"
import type { SiteView } from "@/lib/desk"
import { tipStatuses } from "@/lib/tip"

type Props = { readonly locale: Locale; readonly view: SiteView }

/** What is known of a site beside its tips. */
export const SiteFacts = ({ locale, view }: Props) => {
  const t = wordsFor(locale, "consoleSite")
  const { cases, mirrors, standing, counted } = view
  const since = standing?.removedAt ?? standing?.listedAt
  return (
    <Section id="site" title={shownText(view.name ?? view.site)}>
      <Facts
        facts={[
          [
            t("cases"),
            cases.length === 0
              ? t("noCase")
              : cases.map((one) => (
                  <div key={one.caseId}>
                    <To href={`/admin/cases/${one.caseId}`} className="number">
                      {nameOfCase(one)}
                    </To>{" "}
                    {wordsFor(locale, "consoleCase")(`status.${one.status}`)}
                  </div>
                )),
          ],
          mirrors.length > 0
            ? [
                t("mirrors"),
                mirrors.map((mirror) => (
                  <div key={mirror}>
                    <To href={siteHref(mirror)}>{shownText(mirror)}</To>
                  </div>
                )),
              ]
            : undefined,
          [
            t("list"),
            standing && since
              ? t(`standing.${standing.status}`, { date: dateText(locale, since) })
              : t("standing.none"),
          ],
          [
            t("byStatus"),
            <>
              <div className="quiet">
                {t("counted", { isAll: String(counted.isAll), count: counted.tips })}
              </div>
              {tipStatuses.map((status) =>
                counted.byStatus[status] ? (
                  <div key={status}>
                    {wordsFor(locale, "consoleTip")(`status.${status}`)} {counted.byStatus[status]}
                  </div>
                ) : null,
              )}
            </>,
          ],
        ]}
      />
    </Section>
  )
}
