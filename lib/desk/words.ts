import { withoutInvisible } from "@/lib/kernel/text"

const termsMax = 8
const excerptLength = 80
const leadLength = 20

/** As texts are compared: without case, width or marks that nobody sees. */
const plain = (text: string) => withoutInvisible(text).normalize("NFKC").toLowerCase()

/** What is looked for: each piece between blanks. Chinese is not cut: it is found within whatever stands around it. */
export const termsOf = (typed: string): string[] =>
  [...new Set(plain(typed).split(/\s+/u).filter(Boolean))].slice(0, termsMax)

/**
 * Where texts hold all of the terms, each in whichever of them.
 * @returns what stands around the first, on one line; undefined where one is missing
 */
export const excerptWith = (terms: readonly string[], texts: readonly string[]): string | undefined => {
  const all = texts.map((text) => plain(text).replaceAll(/\s+/gu, " "))
  const [first = ""] = terms
  if (first === "" || !terms.every((term) => all.some((text) => text.includes(term)))) return undefined
  const text = all.find((one) => one.includes(first)) ?? ""
  const from = Math.max(0, text.indexOf(first) - leadLength)
  const piece = text.slice(from, from + excerptLength).replaceAll(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, "")
  return `${from > 0 ? "…" : ""}${piece}${from + excerptLength < text.length ? "…" : ""}`
}
