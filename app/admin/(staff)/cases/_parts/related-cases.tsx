import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { Section } from "@/app/admin/_ui/parts"
import { To } from "@/app/admin/_ui/to"
import { nameOfCase, type Related, siteNameOf } from "@/lib/case"
import { CaseStatusBadge } from "./case-status"

type Props = { readonly locale: Locale; readonly related: readonly Related[] }

/** Other cases that have to do with the same, and why they are named. */
export const RelatedCases = ({ locale, related }: Props) => {
  const t = wordsFor(locale, "consoleCase")
  return (
    <Section id="related" title={t("related.title")}>
      {related.length === 0 ? <p className="quiet">{t("related.none")}</p> : null}
      <ul className="plain-list">
        {related.map((one) => (
          <li key={one.caseId}>
            <To href={`/admin/cases/${one.caseId}`} className="number">
              {nameOfCase(one)}
            </To>{" "}
            {shownText(siteNameOf(one))} <CaseStatusBadge locale={locale} status={one.status} />{" "}
            <span className="quiet">{t(`related.by.${one.by}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
