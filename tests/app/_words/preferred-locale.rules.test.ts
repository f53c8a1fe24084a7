import fc from "fast-check"
import { expect, it } from "vitest"
import { locales } from "@/app/_words"
import { preferredLocale } from "@/app/_words/preferred-locale"

it.each([
  [null, "zh"],
  ["", "zh"],
  ["fr-FR,fr;q=0.9", "zh"],
  ["en", "en"],
  ["en-GB,en;q=0.8", "en"],
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
  ["fr,en;q=0.5,zh;q=0.4", "en"],
  ["zh;q=0,en", "en"],
  ["zh-TW", "zh"],
])("a browser that asks for %j reads %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale)
})

it("any other wish is answered in a language of the portal", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{2}(-[A-Z]{2})?(;q=[01](\.\d)?)?$/)),
      (header) => {
        expect(locales).toContain(preferredLocale(header))
      },
    ),
  )
})
