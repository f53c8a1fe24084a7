import { expect, it } from "vitest"
import { shownText } from "@/app/_words/shown-text"

it.each([
  ["free \u202eelif.exe", "free ⟦U+202E⟧elif.exe"],
  ["\u2066left\u2069", "⟦U+2066⟧left⟦U+2069⟧"],
  ["\u202a\u202b\u202c\u202d\u2067\u2068", "⟦U+202A⟧⟦U+202B⟧⟦U+202C⟧⟦U+202D⟧⟦U+2067⟧⟦U+2068⟧"],
  ["مرحبا \u200f عربي", "مرحبا \u200f عربي"],
  ["电影，免费。", "电影，免费。"],
])("%j is shown as %j", (text, shown) => {
  expect(shownText(text)).toBe(shown)
  expect(shownText(shown)).toBe(shown)
})
