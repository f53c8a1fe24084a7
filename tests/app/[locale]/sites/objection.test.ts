import { beforeAll, describe, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { fieldsOf, newBrowser } from "@/tests/support/app/form-browser"
import { enforcementWorld } from "@/tests/support/case"
import { aListedSite } from "@/tests/support/listed"

beforeAll(async () => {
  await enforcementWorld()
  await aListedSite("page-objection.example")
})

describe.each(["zh", "en"] as const)("objecting on the site (%s)", (locale) => {
  const t = wordsFor(locale, "objection")
  it("goes from the check to the objection, its receipt and its answer, without a page that sends twice", async () => {
    const browser = newBrowser(locale)
    const typed = "https://page-objection.example/film"
    const checked = await browser.landing(await browser.send(`/${locale}/sites/check`, { typed }))
    const link = checked.document.querySelector(`a[href^='/${locale}/sites/objection?site=']`)
    const form = await browser.open(link?.getAttribute("href") ?? "")
    expect(form.document.querySelector("#typed")?.getAttribute("value")).toBe(typed)
    const hidden = fieldsOf(form.document.querySelector("form"))
    const text = "We hold a licence for everything there; see our contract of 2025."
    const sent = await browser.landing(
      await browser.send(`/${locale}/sites/objection`, { ...hidden, typed, text }),
    )
    expect(sent.document.querySelector("h1")?.textContent).toBe(t("sent.title"))
    const [number = "", code = ""] = [...sent.document.querySelectorAll("dd code")].map(
      (one) => one.textContent,
    )
    expect(number).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    const shown = await browser.landing(
      await browser.send(`/${locale}/sites/objection/follow`, { number: number.toUpperCase(), code }),
    )
    expect(shown.text).toContain(text)
    expect(shown.text).not.toContain(code)
    const add = shown.document.querySelector("form[action*='/sites/objection/files']")
    const page = await browser.landing(await browser.send(add?.getAttribute("action") ?? "", {}))
    expect(page.document.querySelector("form[target=sending] input[type=file]")).toBeTruthy()
    expect(page.document.querySelector("iframe")?.getAttribute("src")).toBe(
      `/${locale}/sites/objection/sending`,
    )
    const stranger = newBrowser(locale)
    const led = await stranger.landing(await stranger.send(add?.getAttribute("action") ?? "", {}))
    expect(led.text).not.toContain(text)
    expect(led.document.querySelector("form[target=sending]")).toBeNull()
    const other = newBrowser(locale)
    const wrong = await other.landing(
      await other.send(`/${locale}/sites/objection/follow`, { number, code: "0000-0000-0000-0000" }),
    )
    expect(wrong.document.querySelector(".govuk-error-summary a")?.getAttribute("href")).toBe("#number")
  })
})
