import { describe, expect, it } from "vitest"
import { locales, wordsFor } from "@/app/_words"
import { POST as postAnswer } from "@/app/[locale]/follow/answer/route"
import { POST as withdraw } from "@/app/[locale]/follow/contact/route"
import { GET as follow, POST as open } from "@/app/[locale]/follow/route"
import { GET as receiptFile } from "@/app/[locale]/report/receipt/file/route"
import { GET as receiptPage } from "@/app/[locale]/report/receipt/route"
import { askReporter, claimTip, getTip } from "@/lib/tip"
import { fieldsOf, newBrowser } from "@/tests/support/app/form-browser"
import { answerAll, sendReport } from "@/tests/support/app/report-steps"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

const question = "On <which> page\ndid you see it?"
const contact = "zhang@reader.example"

const followed = async (locale: "zh" | "en") => {
  const { tipId, receipt } = await submitted({ contact })
  const { version } = await claimTip(as("mei"), { tipId })
  await askReporter(as("mei"), { tipId, version, question })
  const browser = newBrowser(locale)
  await browser.post(open, `/${locale}/follow`, { number: receipt.number, code: receipt.code })
  return { tipId, receipt, browser, visit: () => browser.get(follow, `/${locale}/follow`) }
}

const reply = (document: Document) => fieldsOf(document.querySelector("form[action$='/follow/answer']"))

describe.each(locales)("the page of one's own report (%s)", (locale) => {
  it("shows the question, takes the answer without script, and then shows both", async () => {
    const { tipId, browser, visit } = await followed(locale)
    const asked = await visit()
    expect(asked.text).toContain("On &lt;which&gt; page\ndid you see it?")
    expect(asked.text).not.toMatch(/\bmei\b/i)
    const fields = { ...reply(asked.document), answer: "Page 3,\r\nat the top" }
    const sent = await browser.post(postAnswer, `/${locale}/follow/answer`, fields)
    expect([sent.status, sent.location]).toEqual([303, `/${locale}/follow?did=answered`])
    const { document, text } = await browser.get(follow, sent.location ?? "")
    expect(document.querySelector("[role=status]")?.textContent).toBe(
      wordsFor(locale, "follow")("did.answered"),
    )
    expect(document.querySelector("#answer")).toBeNull()
    expect(text).toContain("Page 3,\nat the top")
    expect((await getTip(as("mei"), { tipId })).messages).toHaveLength(2)
  })

  it("keeps what was typed when the answer is refused, and says why", async () => {
    const { browser, visit } = await followed(locale)
    const fields = reply((await visit()).document)
    const send = async (typed: string, questionId = fields.questionId ?? "") =>
      browser.landing(
        await browser.post(postAnswer, `/${locale}/follow/answer`, { questionId, answer: typed }),
      )
    const empty = await send(" ")
    expect(empty.document.querySelector("#answer-error")?.textContent).toContain(
      wordsFor(locale, "follow")("needed.answer"),
    )
    expect(empty.document.querySelector(".govuk-error-summary a")?.getAttribute("href")).toBe("#answer")
    const long = await send("x".repeat(5_001))
    expect(long.document.querySelector("#answer")?.textContent).toHaveLength(5_001)
    expect(long.document.querySelector("#answer")?.getAttribute("aria-invalid")).toBe("true")
    await send("Page 3")
    const late = await send("Page 4")
    expect(late.document.querySelector(".govuk-error-summary")?.textContent).toContain(
      wordsFor(locale, "follow")("talk.closed"),
    )
    expect(late.document.querySelector("#answer")?.textContent).toBe("Page 4")
  })

  it("erases the contact on request, and does not offer it again", async () => {
    const { tipId, browser, visit } = await followed(locale)
    expect((await visit()).text).not.toContain(contact)
    const form = "form[action$='/follow/contact']"
    expect((await visit()).document.querySelector(form)).not.toBeNull()
    const from = { "sec-fetch-site": "cross-site" }
    expect((await browser.post(withdraw, `/${locale}/follow/contact`, {}, from)).status).toBe(403)
    const { location = "" } = await browser.post(withdraw, `/${locale}/follow/contact`, {})
    const { document } = await browser.get(follow, location ?? "")
    expect(document.querySelector("[role=status]")?.textContent).toBe(
      wordsFor(locale, "follow")("did.contact-erased"),
    )
    expect(document.querySelector(form)).toBeNull()
    expect((await getTip(as("mei"), { tipId })).tip.hasContact).toBe(false)
  })

  it("says what was reported, and why a browser that keeps no cookie cannot open it", async () => {
    const { receipt, visit } = await followed(locale)
    expect((await visit()).text).toContain("The whole film can be watched here without paying.")
    const { number, code } = receipt
    const without = newBrowser(locale)
    const { location = "" } = await without.post(open, `/${locale}/follow`, { number, code })
    const { document } = await newBrowser(locale).get(follow, location ?? "")
    expect(document.querySelector("[role=alert]")?.textContent).toBe(wordsFor(locale, "follow")("noCookie"))
  })

  it("gives number and code as a text to keep, next to the receipt", async () => {
    const browser = newBrowser(locale)
    await answerAll(browser, undefined, locale)
    await sendReport(browser, locale)
    const { document } = await browser.get(receiptPage, `/${locale}/report/receipt`)
    const [number = "", code = ""] = [...document.querySelectorAll("code.portal-key")].map(
      ({ textContent }) => textContent ?? "",
    )
    const path = `/${locale}/report/receipt/file`
    expect(document.querySelector(`a[href='${path}']`)).not.toBeNull()
    const { response } = await browser.get(receiptFile, path)
    expect(response.headers.get("content-disposition")).toContain(`receipt-${number}.txt`)
    expect(response.headers.get("cache-control")).toBe("no-store")
    const text = await response.text()
    for (const part of [number, code, `/${locale}/follow`]) expect(text).toContain(part)
  })
})

it("asks a browser without a receipt for number and code, whatever it sends", async () => {
  const browser = newBrowser()
  for (const [handler, path] of [
    [postAnswer, "/en/follow/answer"],
    [withdraw, "/en/follow/contact"],
  ] as const)
    expect((await browser.post(handler, path, {})).location).toBe("/en/follow")
})
