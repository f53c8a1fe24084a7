import { ScanCommand } from "@aws-sdk/lib-dynamodb"
import { afterEach, describe, expect, it, vi } from "vitest"
import { locales, wordsFor } from "@/app/_words"
import { GET as check, POST as report } from "@/app/[locale]/report/check/route"
import { POST as addFile, GET as evidence } from "@/app/[locale]/report/evidence/route"
import { POST as challenges } from "@/app/api/v1/challenges/route"
import { POST as submit } from "@/app/api/v1/tips/route"
import { setting } from "@/lib/kernel/config"
import { getValve, openValve, shutValve } from "@/lib/limits"
import { documents } from "@/lib/store/table"
import { call } from "@/tests/support/app/call"
import { expectToMatch } from "@/tests/support/app/description"
import { fieldsOf, newBrowser } from "@/tests/support/app/form-browser"
import { answerAll, answers, sendReport } from "@/tests/support/app/report-steps"
import { postBatch } from "@/tests/support/app/send-batch"
import { aTip } from "@/tests/support/factory"
import { aHolder, aReport } from "@/tests/support/holder"
import { as, visitor } from "@/tests/support/people"
import { proofOf } from "@/tests/support/proof"

const message = { zh: "正在处理大量恶意举报，请稍后再来。", en: "We are clearing a flood of false reports." }
const shut = async (state: "uploads-shut" | "reports-shut") =>
  shutValve(as("administrator"), { version: (await getValve(visitor(), {})).version, state, message })
const open = async () => openValve(as("administrator"), { version: (await getValve(visitor(), {})).version })
const from = (address: string) => ({ [setting("VIEWER_ADDRESS_HEADER")]: address })

describe("a form without script", () => {
  it.each(locales)("that is sent at once is asked to wait, and keeps its answers (%s)", async (locale) => {
    const browser = newBrowser(locale)
    await answerAll(browser, answers, locale)
    const { status, text } = await browser.landing(await sendReport(browser, locale, {}, true))
    expect(status).toBe(200)
    expect(text).toContain(wordsFor(locale, "errors")("reasons.form-too-fast"))
    expect(text).toContain("A song")
    expect((await sendReport(browser, locale)).location).toBe(`/${locale}/report/receipt`)
  })
})

describe("a form from a network that sent too many reports", () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it.each([
    ["en", /Too many reports came from your network.*Try again in \d+ minutes\./s],
    ["zh", /来自您所在网络的举报过多.*请在\d+分钟后再试。/s],
  ] as const)("says in words how long to wait, and keeps its answers (%s)", async (locale, words) => {
    vi.stubEnv("REPORTS_PER_MINUTE_NORMAL", "5")
    const sendOne = async () => {
      const browser = newBrowser(locale)
      await answerAll(browser, answers, locale)
      return browser.landing(await sendReport(browser, locale, from(`192.0.2.${locale === "en" ? 1 : 2}`)))
    }
    expect((await sendOne()).document.querySelector(".portal-key")).not.toBeNull()
    const { text } = await sendOne()
    expect(text).toMatch(words)
    expect(text).toContain("A song")
  })
})

describe("a form with script", () => {
  it("is taken at once with the proof that its module asks for", async () => {
    const browser = newBrowser()
    await answerAll(browser)
    const page = await browser.get(check, "/en/report/check")
    const hidden = fieldsOf(page.document.querySelector("form[data-proof]"))
    const asked = await call(challenges, "/api/v1/challenges", { body: { idempotencyKey: hidden.key } })
    expectToMatch(asked.json, "/api/v1/challenges", "post", 201)
    const fields = { ...hidden, proof: await proofOf(asked.json.challenge) }
    expect((await browser.postAtOnce(report, "/en/report/check", fields)).location).toBe("/en/report/receipt")
  })
})

describe("while reports are shut", () => {
  it.each(locales)("the page says why, and keeps the answers until it is open (%s)", async (locale) => {
    const browser = newBrowser(locale)
    await answerAll(browser, answers, locale)
    await shut("reports-shut")
    const notSent = await browser.landing(await sendReport(browser, locale))
    await open()
    expect(notSent.text).toContain(message[locale])
    expect(notSent.text).toContain(wordsFor(locale, "report")("shut.notSent"))
    expect(notSent.text).toContain("A song")
    expect((await sendReport(browser, locale)).location).toBe(`/${locale}/report/receipt`)
  })

  it("the API answers 503 with the message", async () => {
    await shut("reports-shut")
    const { status, json, response } = await call(submit, "/api/v1/tips", {
      body: aTip(),
      headers: { "accept-language": "zh" },
    })
    const { key } = await aHolder("shut-out-films")
    const batch = await postBatch(key, JSON.stringify(aReport("a")))
    await open()
    expect(batch.status).toBe(503)
    expect([status, json.type, json.detail]).toEqual([503, "urn:sword-net:problem:reports-shut", message.zh])
    expect(response.headers.get("retry-after")).toMatch(/^\d+$/)
  })

  it("of uploads alone, a report is taken and its page says why no file is", async () => {
    await shut("uploads-shut")
    const browser = newBrowser()
    await answerAll(browser, { ...answers, files: { hasFiles: "yes" } })
    expect((await sendReport(browser)).location).toBe("/en/report/evidence")
    const files = await browser.get(evidence, "/en/report/evidence")
    expect(files.text).toContain(message.en)
    expect(files.document.querySelector("input[type=file]")).toBeNull()
    const refused = await browser.landing(await browser.post(addFile, "/en/report/evidence", {}))
    expect(refused.document.querySelector(".govuk-error-summary")?.textContent).toContain(message.en)
    await open()
  })
})

const stored = async (table: string) =>
  JSON.stringify((await documents.send(new ScanCommand({ TableName: table }))).Items)

describe("a network address", () => {
  it.each(["203.0.113.77", "2001:db8:77::77"])("stands in no stored item (%s)", async (address) => {
    const browser = newBrowser()
    await answerAll(browser, { ...answers, contact: { contact: "me@mail.example" } })
    expect((await sendReport(browser, "en", from(address))).location).toBe("/en/report/receipt")
    expect((await call(submit, "/api/v1/tips", { body: aTip(), headers: from(address) })).status).toBe(201)
    for (const table of [setting("TABLE_NAME"), setting("LIMITS_TABLE_NAME")]) {
      const items = await stored(table)
      expect(items.length).toBeGreaterThan(100)
      expect(items).not.toContain(address)
      expect(items).not.toContain(Buffer.from(address).toString("base64"))
      expect(items).not.toContain("2001:db8:77")
    }
  })
})
