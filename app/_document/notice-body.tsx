import Markdown, { type Components } from "react-markdown"
import rehypeSanitize from "rehype-sanitize"
import remarkGfm from "remark-gfm"
import type { Locale } from "@/app/_words"
import { valueText } from "@/app/_words/figure-text"
import type { FrozenFigure } from "@/lib/notice"

export const figureRowId = (index: number) => `figure-${index + 1}`

/** Puts each figure in the place of its reference, as a link to its row in the table below the text. */
const withFigures = (locale: Locale, body: string, figures: readonly FrozenFigure[]) =>
  figures.reduce(
    (text, figure, index) =>
      text.replaceAll(figure.reference, `[${valueText(locale, figure)}](#${figureRowId(index)})`),
    body,
  )

// The page has its h1: headings of the text begin below it.
const components: Components = {
  h1: ({ children }) => <h2>{children}</h2>,
  a: ({ href, children }) => (
    <a
      href={href}
      className={href?.startsWith("#figure-") ? "portal-figure" : undefined}
      rel={href?.startsWith("http") ? "noreferrer external" : undefined}
    >
      {children}
    </a>
  ),
}

type Props = { readonly locale: Locale; readonly body: string; readonly figures: readonly FrozenFigure[] }

/** A notice's Markdown as HTML, with its figures; no image and no markup of the author's own. */
export const NoticeBody = ({ locale, body, figures }: Props) => (
  <div className="portal-article">
    <Markdown
      remarkPlugins={[remarkGfm]}
      rehypePlugins={[rehypeSanitize]}
      components={components}
      disallowedElements={["img"]}
    >
      {withFigures(locale, body, figures)}
    </Markdown>
  </div>
)
