import fc from "fast-check"
import { expect, it } from "vitest"
import { POST as lookup } from "@/app/api/v1/receipts/lookup/route"
import { POST as submit } from "@/app/api/v1/tips/route"
import { eventsOf } from "@/lib/audit"
import { listEvidence } from "@/lib/evidence"
import { getTip } from "@/lib/tip"
import { call } from "@/tests/support/app/call"
import { newBrowser } from "@/tests/support/app/form-browser"
import { aTip } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

const almost = fc.record(
  {
    category: fc.oneof(fc.constant("music"), fc.jsonValue()),
    targets: fc.oneof(fc.array(fc.oneof(fc.webUrl(), fc.string({ unit: "grapheme" }))), fc.jsonValue()),
    work: fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
    description: fc.oneof(fc.string({ minLength: 10, unit: "binary" }), fc.jsonValue()),
    contact: fc.oneof(fc.string(), fc.jsonValue()),
    locale: fc.oneof(fc.constantFrom("zh", "en"), fc.jsonValue()),
    evidence: fc.oneof(
      fc.array(fc.record({ name: fc.string(), sizeBytes: fc.integer(), sha256: fc.string() })),
      fc.jsonValue(),
    ),
  },
  { requiredKeys: [] },
)

it("answers any JSON with 201 or a problem that says why, and never keeps half a tip", async () => {
  const bodies = fc.oneof(
    almost,
    almost.map((part) => ({ ...aTip(), ...part })),
    fc.jsonValue(),
  )
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const { status, json } = await call(submit, "/api/v1/tips", { body: JSON.stringify(body) })
      expect([201, 400, 422]).toContain(status)
      if (status !== 201) {
        expect(json.title).toMatch(/\S/)
        return
      }
      const { tip } = await getTip(as("mei"), { tipId: json.tipId })
      expect(await listEvidence(as("mei"), { tipId: json.tipId })).toHaveLength(tip.evidenceCount)
      expect(await eventsOf(json.tipId)).toHaveLength(1)
    }),
    { numRuns: 300 },
  )
})

const texts = (...names: string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, fc.string({ unit: "grapheme", maxLength: 80 })])), {
    requiredKeys: [],
  })

it("answers any form with a page or a way on", async () => {
  await fc.assert(
    fc.asyncProperty(texts("number", "code"), async (fields) => {
      const browser = newBrowser("zh")
      const given = Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text ?? ""]))
      const { status: shown, document } = await browser.landing(await browser.send("/zh/follow", given))
      expect(shown).toBe(200)
      expect(document.querySelector(".govuk-error-summary")).not.toBeNull()
      const { status } = await call(lookup, "/api/v1/receipts/lookup", { body: fields })
      expect([404, 422, 429]).toContain(status)
    }),
    // Each waits twice as long as a refused receipt does.
    { numRuns: 30 },
  )
})

it("answers any bytes under the name of JSON without a fault of its own", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (body) => {
      const { status } = await call(submit, "/api/v1/tips", { body: body || " " })
      expect([400, 422]).toContain(status)
    }),
  )
})
