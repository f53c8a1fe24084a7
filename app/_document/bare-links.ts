import type { Link, PhrasingContent, Root, Text } from "mdast"
import { SKIP, visit } from "unist-util-visit"

/** Marks that end a bare address in a Chinese text, where no blank stands between. GFM takes them for a part of it. */
const marks = "，。；：、！？…—“”‘’（）【】《》〈〉「」『』［］｛｝〔〕～"
const address = new RegExp(`https?://[^\\s<>${marks}]+`, "giu")
/** What GFM takes off the end of an address, too. */
const trailing = /[?!.,:*_~'"]+$/u

const text = (value: string): Text[] => (value ? [{ type: "text", value }] : [])

/** `www.` and mail addresses are completed by GFM, so that the text is the end of the address. */
const isBare = ({ url, children: [only, ...others] }: Link) =>
  only?.type === "text" && others.length === 0 && url.endsWith(only.value)

const split = (written: string): PhrasingContent[] => {
  const found: PhrasingContent[] = []
  let end = 0
  for (const { 0: whole, index } of written.matchAll(address)) {
    const url = whole.replace(trailing, "")
    found.push(...text(written.slice(end, index)), { type: "link", url, children: text(url) })
    end = index + url.length
  }
  return [...found, ...text(written.slice(end))]
}

/** Cuts bare addresses at Chinese punctuation; what stands behind it is text again, or another address. */
export const bareLinks = () => (tree: Root) => {
  visit(tree, "link", (link, index, parent) => {
    const [only] = link.children
    if (!parent || index === undefined || !isBare(link) || only?.type !== "text") return
    const at = [...only.value].findIndex((mark) => marks.includes(mark))
    if (at < 0) return
    // The address that GFM completed begins before what was written of it.
    const before = link.url.slice(0, link.url.length - only.value.length)
    const parts = split(before === "" ? only.value : `http://${only.value}`)
    const [first] = parts
    if (before !== "" && first?.type === "link")
      parts[0] = { ...first, children: text(first.url.slice("http://".length)) }
    parent.children.splice(index, 1, ...parts)
    return [SKIP, index + parts.length]
  })
}
