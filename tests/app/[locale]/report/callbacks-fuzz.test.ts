// What the other fuzz tests leave out: the callbacks of an upload, cookies, tokens, and bodies that are no forms.
import fc from "fast-check"
import { expect, it } from "vitest"
import { POST as answerQuestion } from "@/app/[locale]/follow/answer/route"
import { GET as follow, POST as open } from "@/app/[locale]/follow/route"
import { POST as answerStep } from "@/app/[locale]/report/[step]/route"
import { GET as check, POST as send } from "@/app/[locale]/report/check/route"
import { POST as addFile, GET as evidence } from "@/app/[locale]/report/evidence/route"
import { POST as enterKey, GET as reports } from "@/app/[locale]/right-holders/route"
import { POST as complete } from "@/app/api/v1/tips/[tipId]/evidence/[evidenceId]/complete/route"
import { POST as permit, GET as stored } from "@/app/api/v1/tips/[tipId]/evidence/[evidenceId]/parts/route"
import { POST as announce } from "@/app/api/v1/tips/[tipId]/evidence/route"
import { POST as submit } from "@/app/api/v1/tips/route"
import { eventsOf } from "@/lib/audit"
import { listEvidence } from "@/lib/evidence"
import { getTip } from "@/lib/tip"
import { call } from "@/tests/support/app/call"
import { fieldsOf, newBrowser } from "@/tests/support/app/form-browser"
import { answerAll } from "@/tests/support/app/report-steps"
import { aTip, submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

const text = fc.oneof(fc.string({ maxLength: 80 }), fc.string({ unit: "binary", maxLength: 80 }))
/** What a header can carry at all: HTTP itself refuses the rest. */
const headerText = fc.stringMatching(/^[\x21-\x7e\xa0-\xff]{0,120}$/)

const expectNoTrace = (body: string) => expect(body).not.toMatch(/\n\s+at \S+ \(|node_modules|\.tsx?:\d/)

const expectProblem = async (response: Response, allowed: readonly number[]) => {
  const body = await response.text()
  expect(allowed, body).toContain(response.status)
  expectNoTrace(body)
}

it("answers any announcement, callback and wish for parts, and counts just the files that it keeps", async () => {
  const { tipId, receipt } = await submitted()
  const authorization = `Receipt ${receipt.number}:${receipt.code}`
  const sha256 = "a".repeat(64)
  const announcement = fc.record(
    {
      name: fc.oneof(fc.constant("film.mp4"), text),
      sizeBytes: fc.oneof(fc.integer(), fc.double(), fc.constant(50_000_000)),
      sha256: fc.oneof(fc.constant(sha256), text),
    },
    { requiredKeys: [] },
  )
  const parts = fc.array(
    fc.record({
      number: fc.oneof(fc.integer({ min: -1, max: 12 }), fc.double()),
      sha256: fc.constant(sha256),
    }),
  )
  const body = fc.oneof(
    fc.array(announcement, { maxLength: 3 }).map((files) => ({ evidence: files })),
    parts.map((wanted) => ({ parts: wanted })),
    fc.jsonValue(),
  )
  const ids = fc.oneof(fc.constant(tipId), fc.constant("evd_0123456789abcdef"), text)
  const known = [200, 201, 400, 401, 403, 404, 409, 422, 429]
  await fc.assert(
    fc.asyncProperty(body, ids, ids, async (sent, someTip, someFile) => {
      const init = { body: JSON.stringify(sent), headers: { authorization } }
      const params = { tipId: someTip, evidenceId: someFile }
      const path = "/api/v1/tips"
      await expectProblem((await call(announce, path, { ...init, params: { tipId } })).response, known)
      for (const handler of [complete, permit])
        await expectProblem((await call(handler, path, { ...init, params })).response, known)
      await expectProblem((await call(stored, path, { headers: { authorization }, params })).response, known)
    }),
    { numRuns: 100 },
  )
  const { tip } = await getTip(as("mei"), { tipId })
  expect(await listEvidence(as("mei"), { tipId })).toHaveLength(tip.evidenceCount)
}, 120_000)

it("takes no cookie, token or proof for what it is not", async () => {
  const cookies = fc.dictionary(fc.constantFrom("draft", "report", "right-holder"), headerText, {
    minKeys: 1,
  })
  const path = "/en/report/check"
  await fc.assert(
    fc.asyncProperty(cookies, text, text, async (jar, formToken, proof) => {
      const browser = newBrowser()
      for (const [name, value] of Object.entries(jar)) browser.cookies.set(name, value)
      for (const [handler, at] of [
        [check, path],
        [evidence, "/en/report/evidence"],
        [follow, "/en/follow"],
        [reports, "/en/right-holders"],
      ] as const) {
        const { status, text: body } = await browser.get(handler, at)
        expect([200, 303]).toContain(status)
        expectNoTrace(body)
      }
      expect((await browser.postAtOnce(send, path, { formToken, proof })).location).toBe(
        "/en/report?lost=yes",
      )
    }),
    { numRuns: 60 },
  )
}, 120_000)

it("lets no form be sent by a token or a proof that is not its own", async () => {
  const browser = newBrowser()
  await answerAll(browser)
  const page = await browser.get(check, "/en/report/check")
  const { formToken: real = "" } = fieldsOf(page.document.querySelector("form[data-proof]"))
  const tokens = fc.oneof(
    text,
    fc.nat({ max: real.length - 1 }).map((at) => real.slice(0, at)),
    fc
      .nat({ max: 9 })
      .map((digit) => `${digit}${real.slice(1)}`)
      // By its own it is sent, once the wait is over.
      .filter((token) => token !== real),
  )
  await fc.assert(
    fc.asyncProperty(tokens, text, async (formToken, proof) => {
      const { location } = await browser.postAtOnce(send, "/en/report/check", { formToken, proof })
      expect(location).toMatch(/^\/en\/report\/check\?entry=/)
    }),
    { numRuns: 60 },
  )
}, 120_000)

it("takes any key of a retry for one tip, or says what is wrong with it", async () => {
  const longEnough = fc.stringMatching(/^[\x21-\x7e\xa0-\xff]{16,200}$/)
  let taken = 0
  await fc.assert(
    fc.asyncProperty(fc.oneof(headerText, longEnough), async (key) => {
      const headers = { "idempotency-key": key }
      const [first, second] = [
        await call(submit, "/api/v1/tips", { body: aTip(), headers }),
        await call(submit, "/api/v1/tips", { body: aTip(), headers }),
      ]
      expect([201, 422]).toContain(first.status)
      expect(second.status).toBe(first.status)
      if (first.status !== 201) return
      taken += 1
      expect(second.json.tipId).toBe(first.json.tipId)
      expect(await eventsOf(first.json.tipId)).toHaveLength(1)
    }),
    { numRuns: 60 },
  )
  expect(taken).toBeGreaterThan(0)
}, 120_000)

const forms = [
  [open, "/en/follow"],
  [answerStep, "/en/report/kind"],
  [answerStep, "/en/report/where"],
  [addFile, "/en/report/evidence"],
  [answerQuestion, "/en/follow/answer"],
  [send, "/en/report/check"],
  [enterKey, "/en/right-holders"],
] as const

const boundary = "edge"
const part = fc
  .record({ name: text, type: text, value: text })
  .map(
    ({ name, type, value }) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\ncontent-type: ${type}\r\n\r\n${value}\r\n`,
  )
const multipart = fc
  .tuple(fc.array(part, { maxLength: 4 }), fc.nat(400))
  .map(([given, cut]) => `${given.join("")}--${boundary}--\r\n`.slice(0, cut))
const names = fc.constantFrom(
  "category",
  "targets",
  "number",
  "code",
  "a[b][]",
  "__proto__",
  "constructor",
  "key",
)
const urlencoded = fc
  .array(
    fc.tuple(
      names,
      fc.oneof(
        text.map((one) => encodeURIComponent(one.toWellFormed())),
        text,
      ),
    ),
  )
  .map((fields) => fields.map((field) => field.join("=")).join("&"))
const types = fc.constantFrom(
  "application/x-www-form-urlencoded",
  "application/x-www-form-urlencoded; charset=gb18030",
  `multipart/form-data; boundary=${boundary}`,
  "multipart/form-data",
  "multipart/form-data; boundary=",
  "APPLICATION/JSON; charset=utf-16",
  "text/plain;;;",
  ";",
)

it("answers any body under any type at every form, also one that is cut short", async () => {
  const bodies = fc.oneof(multipart, urlencoded, fc.uint8Array({ maxLength: 200 }))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...forms), types, bodies, async ([handler, path], type, body) => {
      const request = new Request(`http://localhost:3000${path}`, {
        method: "POST",
        headers: { "content-type": type },
        body: typeof body === "string" ? body : Buffer.from(body),
      })
      const step = path.split("/").at(-1) ?? ""
      const response = await handler(request, { params: Promise.resolve({ locale: "en", step }) })
      await expectProblem(response, [200, 303, 400, 415, 422, 429])
    }),
    { numRuns: 300 },
  )
}, 120_000)
