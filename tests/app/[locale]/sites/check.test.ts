import { beforeAll, describe, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { newBrowser } from "@/tests/support/app/form-browser"
import { enforcementWorld } from "@/tests/support/case"
import { aListedSite } from "@/tests/support/listed"

beforeAll(async () => {
  await enforcementWorld()
  await aListedSite("on-the-list.example")
})

describe.each(["zh", "en"] as const)("the check of a site in %s", (locale) => {
  const t = wordsFor(locale, "siteCheck")
  const ask = async (typed: string) => {
    const browser = newBrowser(locale)
    return browser.landing(await browser.send(`/${locale}/sites/check`, { typed }))
  }

  it("tells where one site stands, in a page that is loaded again without sending anything", async () => {
    const { document, text } = await ask("https://on-the-list.example/film/1")
    expect(document.querySelector("h2")?.textContent).toBe(t("listed"))
    expect(text).toContain("on-the-list.example")
    expect(text).toContain(`href="/${locale}/campaigns/demo-2026"`)
  })

  it("does not call a site lawful that nobody confirmed", async () => {
    const { document, text } = await ask("not-on-it.example")
    expect(document.querySelector("h2")?.textContent).toBe(t("notListed"))
    expect(text).toContain(t("notListedText", { site: "not-on-it.example" }))
    expect(text).not.toContain("on-the-list.example<")
  })

  it("keeps what was typed beside what is wrong with it", async () => {
    const { document } = await ask("a-one.example、b-two.example")
    expect(document.querySelector(".govuk-error-summary a")?.getAttribute("href")).toBe("#typed")
    expect(document.querySelector("#typed")?.getAttribute("value")).toBe("a-one.example、b-two.example")
  })
})
