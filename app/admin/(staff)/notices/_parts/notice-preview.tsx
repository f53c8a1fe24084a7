import { figureRowId, NoticeBody } from "@/app/_document/notice-body"
import { type Locale, locales, wordsFor } from "@/app/_words"
import { metricText, valueText } from "@/app/_words/figure-text"
import { languageTags } from "@/app/_words/language"
import type { Finding, FrozenFigure, Notice } from "@/lib/notice"
import { FindingList } from "./finding-list"

type Props = {
  readonly locale: Locale
  readonly text: Pick<Notice, "title" | "body">
  readonly figures: readonly FrozenFigure[]
  readonly findings: readonly Finding[]
}

/** Both texts as the public would read them, their figures in place; before them what will have to be confirmed. */
export const NoticePreview = ({ locale, text, figures, findings }: Props) => (
  <>
    <FindingList locale={locale} findings={findings} />
    <Read locale={locale} text={text} figures={figures} />
  </>
)

const Read = ({ locale, text, figures }: Omit<Props, "findings">) => (
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
    <>
      <p>
        <strong>{t("figures")}</strong>
      </p>
      <ol>
        {figures.map((figure, index) => (
          <li key={figure.reference} id={figureRowId(index, `${language}-`)}>
            {metricText(language, figure.metric)}: {valueText(language, figure)}{" "}
            <span className="quiet">{figure.campaign}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
