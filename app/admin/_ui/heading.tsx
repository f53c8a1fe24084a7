import type { ReactNode } from "react"
import { type Locale, wordsFor } from "@/app/_words"
import { shownText } from "@/app/_words/shown-text"
import { shown } from "./shown"

type Props = {
  readonly locale: Locale
  /** Names the page in the browser's tab, and in its heading unless `children` do. */
  readonly title: string
  readonly children?: ReactNode
}

export const Heading = ({ locale, title, children }: Props) => (
  <>
    <title>{`${shownText(title)} – ${wordsFor(locale, "console")("brand")}`}</title>
    <h1>{shown(children ?? title)}</h1>
  </>
)
