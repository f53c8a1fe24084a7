import { diffWordsWithSpace } from "diff"
import { type Locale, locales, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"
import type { NoticeText } from "@/lib/notice"

type Props = { readonly locale: Locale; readonly before: NoticeText; readonly after: NoticeText }

/** What differs from the published version, word by word, in each part and language. */
export const NoticeChanges = ({ locale, before, after }: Props) => {
  const t = wordsFor(locale, "consoleNotice")
  return (
    <div className="halves">
      {locales.map((language) => (
        <div key={language}>
          {(["title", "body"] as const).map((part) => (
            <div key={part}>
              <h3>
                {t(`languages.${language}`)} · {t(part)}
              </h3>
              <Changed
                language={language}
                before={before[part][language]}
                after={after[part][language]}
                unchanged={t("unchanged")}
              />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

type ChangedProps = {
  readonly language: Locale
  readonly before: string
  readonly after: string
  readonly unchanged: string
}

/** Added and removed text is told by its mark, not by its colour alone. */
const Changed = ({ language, before, after, unchanged }: ChangedProps) => {
  if (before === after) return <p className="quiet">{unchanged}</p>
  const intlSegmenter = new Intl.Segmenter(languageTags[language], { granularity: "word" })
  const parts = diffWordsWithSpace(before, after, { intlSegmenter })
  const placed = parts.map((part, index) => ({ ...part, key: `${index}` }))
  return (
    <p className="copy changes" lang={languageTags[language]}>
      {placed.map(({ key, value, added, removed }) => {
        if (added) return <ins key={key}>{value}</ins>
        return removed ? <del key={key}>{value}</del> : value
      })}
    </p>
  )
}
