import { redirect } from "next/navigation"
import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { consolePage } from "@/app/admin/_gate/console-page"
import { Heading } from "@/app/admin/_ui/heading"
import { Section } from "@/app/admin/_ui/parts"
import { siteHref } from "@/app/admin/_ui/site-href"
import { To } from "@/app/admin/_ui/to"
import { nameOfCase, siteNameOf } from "@/lib/case"
import { type Found, type FoundWords, findAnything, findWords } from "@/lib/desk"
import { numberOf } from "@/lib/reporter"

const hrefsIn = ({ tips, cases }: Found) => [
  ...tips.map(({ tipId }) => `/admin/tips/${tipId}`),
  ...cases.map(({ caseId }) => `/admin/cases/${caseId}`),
]

/** Jumps to the one thing that was found; lists several; says what was looked for when there is none. */
const SearchPage = consolePage(async ({ ctx, locale, search }) => {
  const { q = "" } = search
  const found = await findAnything(ctx, { text: q })
  const [href, ...others] = hrefsIn(found)
  if (href && others.length === 0) redirect(href)
  const t = wordsFor(locale, "console")
  const isKnown = href !== undefined || found.sites.length > 0
  const words = q === "" || isKnown ? undefined : await findWords(ctx, { text: q })
  return (
    <>
      <Heading locale={locale} title={t("find.title")} />
      <Section id="found" title={q === "" ? t("find.what") : q}>
        {found.sites.length > 0 ? (
          <p className="quiet">{t("find.sites", { sites: found.sites.join(", ") })}</p>
        ) : null}
        {href || words?.rows.length ? null : (
          <p className="empty">{t(q === "" ? "find.hint" : "find.none")}</p>
        )}
        <ul>
          {found.sites.map((site) => (
            <li key={site}>
              <To href={siteHref(site)}>
                {wordsFor(locale, "consoleSite")("all")} {shownText(site)}
              </To>
            </li>
          ))}
          {found.tips.map(({ tipId, target }) => (
            <li key={tipId}>
              <To href={`/admin/tips/${tipId}`}>
                {numberOf(tipId)} {shownText(target)}
              </To>
            </li>
          ))}
          {found.cases.map((one) => (
            <li key={one.caseId}>
              <To href={`/admin/cases/${one.caseId}`}>
                {nameOfCase(one)} {shownText(siteNameOf(one))}
              </To>{" "}
              <span className="quiet">{t("find.tips", { count: one.tipCount })}</span>
            </li>
          ))}
        </ul>
        {words ? <Words locale={locale} words={words} /> : null}
      </Section>
    </>
  )
})

type WordsProps = { readonly locale: Locale; readonly words: FoundWords }

/** The tips that wait and hold the words, and how far was looked. */
const Words = ({ locale, words: { rows, looked, isMore } }: WordsProps) => {
  const t = wordsFor(locale, "console")
  return (
    <>
      <ul>
        {rows.map(({ row, excerpt }) => (
          <li key={row.tipId}>
            <To href={`/admin/tips/${row.tipId}`}>
              {numberOf(row.tipId)} {shownText(row.target)}
            </To>
            <p className="quiet">{shownText(excerpt)}</p>
          </li>
        ))}
      </ul>
      <p className="quiet">{t(isMore ? "find.lookedMore" : "find.looked", { count: looked })}</p>
    </>
  )
}
export default SearchPage
