import { NoticeBody } from "@/app/_document/notice-body"
import { type Locale, locales, wordsFor } from "@/app/_words"
import { languageTags } from "@/app/_words/language"
import type { FrozenFigure, Notice } from "@/lib/notice"

type Props = {
  readonly locale: Locale
  readonly text: Pick<Notice, "title" | "body">
  readonly figures: readonly FrozenFigure[]
}

/** Both texts as the public would read them, their figures in place. */
export const NoticePreview = ({ locale, text, figures }: Props) => (
  <div className="halves">
    {locales.map((language) => (
      <article key={language} className="as-read" lang={languageTags[language]}>
        <p className="quiet" lang={languageTags[locale]}>
          {wordsFor(locale, "consoleNotice")(`languages.${language}`)}
        </p>
        <h3>{text.title[language]}</h3>
        <NoticeBody locale={language} body={text.body[language]} figures={figures} />
      </article>
    ))}
  </div>
)
