import fc from "fast-check"
import { expect, it } from "vitest"
import { shownName } from "@/app/_words/shown-name"

it.each([
  ["holiday\u202egpj.exe", "holiday\ufffdgpj.exe"],
  ["a\nb.png", "a\ufffdb.png"],
  ["截图.png", "截图.png"],
  ["قائمة.pdf", "قائمة.pdf"],
])("the name %j is shown as %j", (name, shown) => {
  expect(shownName(name)).toBe(shown)
})

it("nothing shown turns, breaks or hides the text; the rest stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const shown = shownName(name)
      expect(shown).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u)
      expect(shownName(shown)).toBe(shown)
      expect([...shown].length).toBe([...name].length)
    }),
  )
})
