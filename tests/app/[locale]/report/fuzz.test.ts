import fc from "fast-check"
import { expect, it } from "vitest"
import { fieldsOfStep, steps } from "@/app/[locale]/report/steps"
import { POST as understood } from "@/app/[locale]/report/understood/route"
import { plainText } from "@/lib/kernel/text"
import { newBrowser } from "@/tests/support/app/form-browser"
import { answerStep, ask, sendReport } from "@/tests/support/app/report-steps"

const choices = [
  "music",
  "apps",
  "ads",
  "unknown",
  "children",
  "yes",
  "no",
  "https://a.example/",
  "hxxp://b[.]example",
  "ten characters",
]
const text = fc.oneof(
  fc.constantFrom(...choices),
  fc.webUrl(),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({ unit: "binary", maxLength: 80 }),
)
const names = [...Object.values(fieldsOfStep).flat(), "from", "key", "secret"]
const act = fc.record({
  step: fc.constantFrom(...steps),
  fields: fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 5, noNullPrototype: true }),
})

/** The parser of the tests takes a textarea for raw text, which no browser does. */
const unescaped = (html: string) =>
  html.replaceAll(/&(amp|lt|gt|quot|#x27);/g, (_, name: keyof typeof entities) => entities[name])
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" }

/** What a form shows of one field: what is written in it, or which choice is made. */
const shown = (document: Document, name: string) => {
  const [first, ...others] = document.querySelectorAll(`[name="${name}"]`)
  if (first?.tagName === "TEXTAREA") return unescaped(first.textContent ?? "")
  if (!["radio", "checkbox"].includes(first?.getAttribute("type") ?? "")) return first?.getAttribute("value")
  return [first, ...others].find((choice) => choice?.hasAttribute("checked"))?.getAttribute("value")
}
const plain = (typed: string | null | undefined) =>
  plainText(typed ?? "")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n")

it("never answers a step with a fault, and shows every answer that it took", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 8 }), async (acts) => {
      const browser = newBrowser()
      for (const { step, fields } of acts) {
        const { status, location } = await answerStep(browser, step, fields)
        expect(status).toBe(303)
        if (location?.includes("?entry=")) continue
        const { document } = await ask(browser, step)
        for (const name of fieldsOfStep[step as keyof typeof fieldsOfStep])
          expect([name, plain(shown(document, name))]).toEqual([name, plain(fields[name])])
      }
      expect((await sendReport(browser)).location).not.toContain("entry=")
    }),
    { numRuns: 40 },
  )
}, 120_000)

it("loses nothing of what was answered when a later answer is refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 9 }), async (short) => {
      const browser = newBrowser()
      await answerStep(browser, "kind", { category: "press" })
      const refused = await browser.landing(await answerStep(browser, "description", { description: short }))
      expect(refused.document.querySelector("#description-error")).not.toBeNull()
      expect(plain(shown(refused.document, "description"))).toBe(plain(short))
      expect(shown((await ask(browser, "kind")).document, "category")).toBe("press")
    }),
    { numRuns: 20 },
  )
}, 120_000)

it("reads any text as targets without a fault", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (targets) => {
      const { status } = await newBrowser().post(understood, "/en/report/understood", { targets })
      expect([200, 422]).toContain(status)
    }),
  )
})
