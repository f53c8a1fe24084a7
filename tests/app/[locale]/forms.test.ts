import { describe, expect, it } from "vitest"
import { locales } from "@/app/_words"
import { newBrowser } from "@/tests/support/app/form-browser"
import { plainForms, type RefusedForm, refusedForms } from "@/tests/support/app/public-forms"
import { methodsAt, routeAddresses } from "@/tests/support/app/routes"

const below = "/[locale]"
const formAddresses: string[] = []
for (const address of routeAddresses.filter((one) => one.startsWith(below)))
  if ((await methodsAt(address)).includes("POST")) formAddresses.push(address.slice(below.length))

/** The parser of the tests takes a textarea for raw text, which no browser does. */
const shownIn = (document: Document, name: string) => {
  const control = document.querySelector(`form [name="${name}"]:not([type=hidden])`)
  return control?.tagName === "TEXTAREA"
    ? control.textContent?.replace(/^\n/, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">")
    : control?.getAttribute("value")
}

const isComplaining = (document: Document) =>
  document.querySelector(".govuk-error-summary, main > .govuk-inset-text:first-child") !== null

const cases = Object.values(refusedForms)
  .flat()
  .flatMap((form) =>
    locales.map((locale) => [`${form.path} (${Object.keys(form.typed)})`, locale, form] as const),
  )

const refuse = async (form: RefusedForm, locale: "zh" | "en") => {
  const browser = (await form.state?.(locale)) ?? newBrowser(locale)
  const sent = await browser.send(`/${locale}${form.path}`, form.typed)
  return { browser, sent, page: await browser.landing(sent), location: sent.location ?? "" }
}

describe("every form of the public", () => {
  it("stands in the table of this test", () => {
    expect(formAddresses.toSorted()).toEqual(
      [...Object.keys(refusedForms), ...Object.keys(plainForms)].toSorted(),
    )
  })

  it.each(formAddresses)("%s has an address that a person can land on", async (address) => {
    const path = `/en${address.replace("[step]", "kind")}`
    const browser = newBrowser()
    let page = await browser.open(path)
    for (let hops = 0; page.status === 303 && hops < 3; hops++) page = await browser.landing(page)
    expect(page.status).toBe(200)
    expect(page.document.querySelector("h1")).not.toBeNull()
  })
})

describe("a form that is not taken", () => {
  it.each(cases)("%s leads to a page that says why, with what was typed (%s)", async (_, locale, form) => {
    const { sent, page, location } = await refuse(form, locale)
    expect(location).toMatch(new RegExp(`^/${locale}/[a-z/-]+\\?entry=[\\w-]{22}$`))
    expect(sent.text).toBe("")
    expect([page.status, page.response.headers.get("cache-control")]).toEqual([200, "no-store"])
    if (form.wrong) {
      const link = page.document.querySelector(".govuk-error-summary a")
      expect(link?.getAttribute("href")).toBe(`#${form.wrong}`)
      expect(page.document.getElementById(form.wrong)).not.toBeNull()
      expect(page.document.querySelector("title")?.textContent).toMatch(/^(Error: |错误：|有误：)/)
      const error = page.document.querySelector(`#${form.wrong}-error`)?.textContent ?? ""
      expect(error).toMatch(locale === "zh" ? /\p{sc=Han}/u : /^Error: [\w ]+/)
    } else expect(isComplaining(page.document)).toBe(true)
    if (form.shown) expect(shownIn(page.document, form.shown)).toBe(form.typed[form.shown])
    for (const name of form.secret ?? []) expect(page.text).not.toContain(form.typed[name])
  })

  it.each(cases)(
    "%s says the same when it is loaded again, in the other language too (%s)",
    async (_, locale, form) => {
      const { browser, page, location } = await refuse(form, locale)
      expect(isComplaining((await browser.open(location)).document)).toBe(true)
      const other = page.document.querySelector(".portal-header__language")?.getAttribute("href") ?? ""
      if (!form.shown) return
      const { document } = await browser.open(other)
      expect(document.documentElement.getAttribute("lang")).not.toBe(
        page.document.documentElement.getAttribute("lang"),
      )
      expect(isComplaining(document)).toBe(true)
      expect(shownIn(document, form.shown)).toBe(form.typed[form.shown])
    },
  )

  it.each(cases)("%s tells nobody else, and no other address (%s)", async (_, locale, form) => {
    const { browser, location } = await refuse(form, locale)
    const stranger = (await form.state?.(locale)) ?? newBrowser(locale)
    for (const visit of [stranger.open(location), browser.open(location.replace(/.{4}$/, "AAAA"))]) {
      const page = await visit
      expect(isComplaining(page.document)).toBe(false)
      if (form.shown && form.typed[form.shown]) expect(page.text).not.toContain(form.typed[form.shown])
    }
  })
})

describe("two tabs of one browser", () => {
  it("each show what was typed in them", async () => {
    const browser = newBrowser()
    const send = (number: string) => browser.send("/en/follow", { number, code: "x" })
    const [one, two] = [await send("1111-1111-1111"), await send("2222-2222-2222")]
    expect(shownIn((await browser.landing(one)).document, "number")).toBe("1111-1111-1111")
    expect(shownIn((await browser.landing(two)).document, "number")).toBe("2222-2222-2222")
  })
})

describe("a form that is taken at last", () => {
  const mended = cases.filter(([, , { good }]) => good)

  it.each(mended)("%s leaves no complaint on the way back (%s)", async (_, locale, form) => {
    const { browser, page, location } = await refuse(form, locale)
    const hidden = [...page.document.querySelectorAll(`form[action$="${form.path}"] input[type=hidden]`)]
    const fields = Object.fromEntries(
      hidden.map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""]),
    )
    const sent = await browser.send(`/${locale}${form.path}`, { ...fields, ...form.good })
    expect(sent.location).not.toContain("entry=")
    expect((await browser.landing(sent)).status).toBe(200)
    const back = await browser.open(location)
    expect(back.status).toBe(200)
    expect(isComplaining(back.document)).toBe(false)
    expect(form.shown ? back.text : "").not.toContain(form.typed[form.shown ?? ""] || "nothing")
  })
})
