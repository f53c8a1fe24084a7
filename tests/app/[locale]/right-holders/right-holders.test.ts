import { parse } from "csv-parse/sync"
import { describe, expect, it } from "vitest"
import { POST as close } from "@/app/[locale]/right-holders/close/route"
import { GET as outcomes } from "@/app/[locale]/right-holders/outcomes/route"
import { POST as open, GET as page } from "@/app/[locale]/right-holders/route"
import { revokeKey, submitReport } from "@/lib/right-holder"
import { claimTip, declineTip } from "@/lib/tip"
import { newBrowser } from "@/tests/support/app/form-browser"
import { aHolder, aReport } from "@/tests/support/holder"
import { as } from "@/tests/support/people"

const path = "/en/right-holders"

const opened = async (holderId: string) => {
  const issued = await aHolder(holderId)
  const browser = newBrowser()
  const opening = await browser.post(open, path, { key: issued.key })
  return { ...issued, browser, opening }
}

describe("the page of a right holder", () => {
  it("opens by the key, which it keeps where only the portal can read it", async () => {
    const { key, browser, opening, holder } = await opened("page-films")
    expect([opening.status, opening.location]).toEqual([303, path])
    expect([...browser.cookies.values()].join()).not.toContain(key)
    await submitReport(holder, aReport("mine"))
    const { text, response } = await browser.get(page, path)
    expect(text).toContain("mine")
    expect(text).not.toContain(key)
    expect(response.headers.get("content-security-policy")).toContain("script-src 'none'")
    expect(response.headers.get("cache-control")).toBe("no-store")
  })

  it("shows reports by status, 25 a page, and why one was declined", async () => {
    const { browser, holder } = await opened("many-films")
    const sent = []
    for (let at = 0; at < 27; at++) sent.push(await submitReport(holder, aReport(`many-${at}`)))
    const first = await browser.get(page, path)
    expect(first.document.querySelectorAll(".portal-reports > li")).toHaveLength(25)
    const next = first.document.querySelector("a[rel=next]")?.getAttribute("href") ?? ""
    expect((await browser.get(page, next)).document.querySelectorAll(".portal-reports > li")).toHaveLength(2)
    const claimed = await claimTip(as("mei"), { tipId: sent[0]?.tipId ?? "" })
    await declineTip(as("mei"), { ...claimed, reason: "site-gone" })
    const declined = await browser.get(page, `${path}?status=declined`)
    expect(declined.text).toContain("cannot be reached any more")
  })

  it.each([
    ["", "Enter the key"],
    ["key_0000000000000000_000000000000000000000000", "not known"],
  ])("refuses the key '%s' with a way to the field, and gives no cookie", async (key, words) => {
    const browser = newBrowser()
    const { status, document, text } = await browser.landing(await browser.post(open, path, { key }))
    expect(status).toBe(200)
    expect(document.querySelector(".govuk-error-summary a")?.getAttribute("href")).toBe("#key")
    expect(text).toContain(words)
    if (key) expect(text).not.toContain(key)
    expect(browser.cookies.has("right-holder")).toBe(false)
  })

  it("refuses a key that is not made for following", async () => {
    const { key } = await aHolder("write-only", ["tips:write"])
    const browser = newBrowser()
    const { document } = await browser.landing(await browser.post(open, path, { key }))
    expect(document.querySelector("#key-error")?.textContent).toContain(
      "does not have the required permission",
    )
    expect(browser.cookies.has("right-holder")).toBe(false)
  })

  it("closes at once when the key is revoked, and when its reader says so", async () => {
    const { keyId, browser } = await opened("gone-films")
    await revokeKey(as("administrator"), { keyId, version: 1, reason: "Lost by the holder" })
    expect((await browser.get(page, path)).document.querySelector("#key")).not.toBeNull()
    expect((await browser.get(outcomes, `${path}/outcomes`)).status).toBe(303)
    await browser.post(close, `${path}/close`, {})
    expect(browser.cookies.size).toBe(0)
  })
})

describe("the outcomes of a right holder", () => {
  it("are one line a report in every status, and no cell that a spreadsheet would run", async () => {
    const { browser, holder } = await opened("csv-outcomes")
    const sent = []
    for (let at = 0; at < 30; at++)
      sent.push(await submitReport(holder, aReport(at === 0 ? "=cmd()" : `r-${at}`)))
    const claimed = await claimTip(as("mei"), { tipId: sent[1]?.tipId ?? "" })
    await declineTip(as("mei"), { ...claimed, reason: "site-gone", note: "internal" })
    const { response } = await browser.get(outcomes, `${path}/outcomes`)
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="outcomes-.*\.csv"$/)
    const text = await response.text()
    const lines = parse<Record<string, string>>(text, { bom: true, columns: true })
    expect(lines).toHaveLength(30)
    expect(lines.find(({ reference }) => reference === "r-1")).toMatchObject({
      status: "Declined",
      outcome: "What you reported cannot be reached any more.",
    })
    expect(lines.map(({ reference }) => reference)).toContain("'=cmd()")
    expect(text).not.toContain("internal")
  })

  it("are told in the reader's language", async () => {
    const { key } = await aHolder("zh-outcomes")
    const browser = newBrowser("zh")
    await browser.send("/zh/right-holders", { key })
    const { response } = await browser.open("/zh/right-holders/outcomes")
    expect(await response.text()).toBe("参考号,举报编号,收到时间,状态,办理结果,网址\r\n")
  })
})
