import { expect, it } from "vitest"
import { locales, wordsFor } from "@/app/_words"
import { newBrowser } from "@/tests/support/app/form-browser"

const path = "/follow/news/stop?key=0123456789abcdef"
const heading = (document: Document) => document.querySelector("h1")?.textContent

it.each(locales)(
  "the page's button leads to a page that says so, which sends nothing again (%s)",
  async (locale) => {
    const t = wordsFor(locale, "follow")
    const browser = newBrowser(locale)
    const { document } = await browser.open(`/${locale}${path}`)
    expect(heading(document)).toBe(t("news.stop.title"))
    expect(document.querySelector("form")?.getAttribute("action")).toBe(`/${locale}${path}`)
    const sent = await browser.send(`/${locale}${path}`, {})
    expect(sent.location).toBe(`/${locale}/follow/news/stop?stopped=yes`)
    const { document: done } = await browser.landing(sent)
    expect(heading(done)).toBe(t("news.stopped.title"))
    expect(done.querySelector("form")).toBeNull()
  },
)

it.each([{}, { "sec-fetch-site": "cross-site", origin: "https://mail.example" }])(
  "a mail program's own button is answered without a redirect (%o)",
  async (headers) => {
    const answer = await newBrowser().send(`/en${path}`, { "List-Unsubscribe": "One-Click" }, headers)
    expect([answer.status, heading(answer.document)]).toEqual([
      200,
      wordsFor("en", "follow")("news.stopped.title"),
    ])
  },
)
