import { figureRowId, NoticeBody } from "@/app/_document/notice-body"
import { type Locale, locales, wordsFor } from "@/app/_words"
import { metricText, valueText } from "@/app/_words/figure-text"
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
        <NoticeBody
          locale={language}
          body={text.body[language]}
          figures={figures}
          idPrefix={`${language}-`}
        />
        <PreviewFigures language={language} figures={figures} />
      </article>
    ))}
  </div>
)

/** Where the numbers of the text lead to. */
const PreviewFigures = ({ language, figures }: { language: Locale; figures: readonly FrozenFigure[] }) => {
  if (figures.length === 0) return null
  const t = wordsFor(language, "notice")
  return (
    <table>
      <caption>{t("figures")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("figure")}</th>
          <th scope="col">{t("value")}</th>
          <th scope="col">{t("campaign")}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure, index) => (
          <tr key={figure.reference} id={figureRowId(index, `${language}-`)}>
            <th scope="row">{metricText(language, figure.metric)}</th>
            <td>{valueText(language, figure)}</td>
            <td>{figure.campaign}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
