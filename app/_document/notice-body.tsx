import Markdown, { type Components } from "react-markdown"
import rehypeSanitize, { defaultSchema } from "rehype-sanitize"
import remarkCjkFriendly from "remark-cjk-friendly"
import remarkCjkFriendlyGfmStrikethrough from "remark-cjk-friendly-gfm-strikethrough"
import remarkGfm from "remark-gfm"
import { type Locale, wordsFor } from "@/app/_words"
import { valueText } from "@/app/_words/figure-text"
import { shownText } from "@/app/_words/shown-text"
import type { FrozenFigure } from "@/lib/notice"
import { bareLinks } from "./bare-links"

export const figureRowId = (index: number, prefix = "") => `${prefix}figure-${index + 1}`

/** Puts each figure in the place of its reference, as a link to its row in the table below the text. */
const withFigures = (locale: Locale, body: string, figures: readonly FrozenFigure[], prefix: string) =>
  figures.reduce(
    (text, figure, index) =>
      text.replaceAll(figure.reference, `[${valueText(locale, figure)}](#${figureRowId(index, prefix)})`),
    body,
  )

/** The one id that is the same in every text, whatever prefix its footnotes have. */
const footnoteLabel = "footnote-label"

/** The page has its h1: headings of the text begin below it, so that an h1 of the text is an h2. */
const componentsFor = (prefix: string): Components => {
  const ownId = (id: string | undefined) => (id === footnoteLabel ? `${prefix}${id}` : id)
  return {
    h1: ({ children }) => <h2>{children}</h2>,
    h2: ({ children, id }) => (
      <h2 id={ownId(id)} className={id === footnoteLabel ? "govuk-visually-hidden" : undefined}>
        {children}
      </h2>
    ),
    a: ({ node: _, href, children, "aria-describedby": label, ...attributes }) => (
      <a
        {...attributes}
        href={href}
        aria-describedby={ownId(label)}
        className={href?.startsWith(`#${prefix}figure-`) ? "portal-figure" : undefined}
        rel={href?.startsWith("http") ? "noreferrer external" : undefined}
      >
        {children}
      </a>
    ),
  }
}

type Props = {
  readonly locale: Locale
  readonly body: string
  readonly figures: readonly FrozenFigure[]
  /** Begins every id of the text, where another text stands on the same page. */
  readonly idPrefix?: string
}

/**
 * A notice's Markdown as HTML, with its figures; no image and no markup of the author's own. Marks mean what they mean
 * to a Chinese writer: one tilde is a range, and bold may touch full-width punctuation.
 */
export const NoticeBody = ({ locale, body, figures, idPrefix = "" }: Props) => {
  const t = wordsFor(locale, "notice")
  return (
    <div className="portal-article">
      <Markdown
        remarkPlugins={[
          [remarkGfm, { singleTilde: false }],
          remarkCjkFriendly,
          [remarkCjkFriendlyGfmStrikethrough, { singleTilde: false }],
          bareLinks,
        ]}
        remarkRehypeOptions={{
          clobberPrefix: `${idPrefix}note-`,
          footnoteLabel: t("footnotes.title"),
          footnoteBackLabel: (index) => t("footnotes.back", { number: index + 1 }),
        }}
        // The ids of footnotes have their prefix already, and an author can write no other id.
        rehypePlugins={[[rehypeSanitize, { ...defaultSchema, clobberPrefix: "" }]]}
        components={componentsFor(idPrefix)}
        disallowedElements={["img"]}
      >
        {shownText(withFigures(locale, body, figures, idPrefix))}
      </Markdown>
    </div>
  )
}
