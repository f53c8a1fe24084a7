import { Children, type ReactNode } from "react"
import { shownText } from "@/app/_words/shown-text"

/** The same with its plain texts as people may see them; elements look after their own. */
export const shown = (node: ReactNode): ReactNode =>
  typeof node === "string"
    ? shownText(node)
    : Array.isArray(node)
      ? Children.map(node, (child) => (typeof child === "string" ? shownText(child) : child))
      : node
