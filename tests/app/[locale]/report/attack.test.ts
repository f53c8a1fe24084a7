import { afterEach, describe, expect, it, vi } from "vitest"
import { GET as follow, POST as open } from "@/app/[locale]/follow/route"
import { GET as check } from "@/app/[locale]/report/check/route"
import { GET as evidence } from "@/app/[locale]/report/evidence/route"
import { GET as receiptFile } from "@/app/[locale]/report/receipt/file/route"
import { GET as receipt } from "@/app/[locale]/report/receipt/route"
import { GET as start } from "@/app/[locale]/report/route"
import { GET as statement } from "@/app/[locale]/report/statement/route"
import { GET as outcomes } from "@/app/[locale]/right-holders/outcomes/route"
import { POST as enterKey, GET as reports } from "@/app/[locale]/right-holders/route"
import { newBrowser } from "@/tests/support/app/form-browser"
import { answerAll, answerStep, answers, sendReport } from "@/tests/support/app/report-steps"
import { aHolder } from "@/tests/support/holder"

const reported = async () => {
  const browser = newBrowser()
  await answerAll(browser, { ...answers, files: { hasFiles: "yes" } })
  expect((await sendReport(browser)).location).toBe("/en/report/evidence")
  await answerStep(browser, "kind", { category: "music" })
  return browser
}

describe("a form of the portal's own", () => {
  it.each([
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
    { origin: "http://localhost:3000" },
  ])("is not taken for another site's (%o)", async (headers) => {
    const { location } = await answerStep(newBrowser(), "kind", { category: "music" }, "en", headers)
    expect(location).toBe("/en/report/where")
  })
})

describe("a cookie of the portal", () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  const overTls = () => vi.stubEnv("SITE_URL", "https://portal.example")

  it("is read by no script, sent by no other site's form, and bound to this very host", async () => {
    overTls()
    const { response } = await answerStep(newBrowser(), "kind", { category: "music" })
    const [line = "", ...others] = response.headers.getSetCookie()
    expect(others).toEqual([])
    expect(line).toMatch(/^__Host-draft=[\w-]{43}; /)
    for (const part of ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"])
      expect(line.split("; ")).toContain(part)
    expect(line).not.toMatch(/domain/i)
  })

  it("that a neighbour under the same domain planted opens nothing, and is not filled", async () => {
    overTls()
    const browser = newBrowser()
    const planted = "A".repeat(43)
    browser.cookies.set("draft", planted)
    const { response } = await answerStep(browser, "kind", { category: "music" })
    expect(response.headers.getSetCookie().join()).not.toContain(planted)
  })
})

describe("what is somebody's own", () => {
  it("is kept by no cache, and shown to no other site", async () => {
    const browser = await reported()
    const { key } = await aHolder("uncached-films")
    expect((await browser.post(enterKey, "/en/right-holders", { key })).location).toBe("/en/right-holders")
    const pages = {
      "/en/report": start,
      "/en/report/check": check,
      "/en/report/evidence": evidence,
      "/en/report/receipt": receipt,
      "/en/report/receipt/file": receiptFile,
      "/en/report/statement": statement,
      "/en/follow": follow,
      "/en/right-holders": reports,
      "/en/right-holders/outcomes": outcomes,
    }
    for (const [path, handler] of Object.entries(pages)) {
      const { status, response } = await browser.get(handler, path)
      expect([path, status, response.headers.get("cache-control")]).toEqual([path, 200, "no-store"])
      expect(response.headers.get("access-control-allow-origin")).toBeNull()
    }
  })

  it("stands in no address to which a form leads on", async () => {
    const browser = newBrowser()
    await answerAll(browser)
    const sent = await sendReport(browser)
    const { text } = await browser.get(receipt, "/en/report/receipt")
    const [code = ""] = /\w{4}-\w{4}-\w{4}-\w{4}/.exec(text) ?? []
    const number = /\w{4}-\w{4}-\w{4}/.exec(text.slice(text.indexOf("govuk-panel__body")))?.[0] ?? ""
    const followed = await browser.post(open, "/en/follow", { number, code })
    expect([sent.location, followed.location]).toEqual(["/en/report/receipt", "/en/follow?opened=yes"])
    for (const location of [sent.location, followed.location])
      expect([location?.includes(code), location?.includes(number)]).toEqual([false, false])
  })
})
