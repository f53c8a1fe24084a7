import { type Locale, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"
import { shownName } from "@/app/_words/shown-name"
import { shownText } from "@/app/_words/shown-text"
import { Section } from "@/app/admin/_ui/parts"
import { TargetList } from "@/app/admin/_ui/target-list"
import { To } from "@/app/admin/_ui/to"
import { When } from "@/app/admin/_ui/when"
import type { CaseTips, ReadableTip } from "@/lib/case"
import { numberOf } from "@/lib/reporter"

type Props = {
  readonly locale: Locale
  readonly caseId: string
  readonly from: number
  readonly tips: CaseTips
}

/** The tips of a case, to be read in place, a page at a time. */
export const Tips = ({ locale, caseId, from, tips }: Props) => {
  const t = wordsFor(locale, "consoleCase")
  const console = wordsFor(locale, "console")
  const page = (at: number) => `/admin/cases/${caseId}?tips=${at}#tips`
  return (
    <Section id="tips" title={t("tips", { count: tips.total })}>
      {tips.rows.map((tip) => (
        <One key={tip.tipId} locale={locale} tip={tip} />
      ))}
      {from > 0 || tips.next ? (
        <nav className="pager" aria-label={console("list.pages")}>
          {from > 0 ? <To href={page(0)}>{console("list.first")}</To> : null}
          {tips.next ? <To href={page(tips.next)}>{console("list.next")}</To> : null}
        </nav>
      ) : null}
    </Section>
  )
}

const One = ({ locale, tip }: { readonly locale: Locale; readonly tip: ReadableTip }) => {
  const t = wordsFor(locale, "consoleCase")
  return (
    <article>
      <h3>
        <To href={`/admin/tips/${tip.tipId}`} className="number">
          {numberOf(tip.tipId)}
        </To>{" "}
        <span className="quiet">
          {wordsFor(locale, "choices")(`categories.${tip.category}`)} ·{" "}
          {t(tip.duplicateOf ? "repeats" : "joined")} <When locale={locale} at={tip.joinedAt} />
        </span>
      </h3>
      <TargetList locale={locale} targets={tip.targets} />
      <p className="typed" lang={languageTags[tip.locale]}>
        {shownText(tip.description)}
      </p>
      {tip.files.length > 0 ? (
        <>
          <p className="quiet">{t("files")}</p>
          <ul className="plain-list">
            {tip.files.map(({ evidenceId, stored, announced }) => (
              <li key={evidenceId}>
                <To href={`/admin/tips/${tip.tipId}#evidence`}>
                  <bdi>{shownName((stored ?? announced)?.name ?? "")}</bdi>
                </To>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </article>
  )
}
