import { describe, expect, it } from "vitest"
import { POST as open } from "@/app/[locale]/follow/route"
import { POST as verify } from "@/app/[locale]/receipt/verify/route"
import { askForProof } from "@/lib/limits"
import { newBrowser } from "@/tests/support/app/form-browser"
import { submitted } from "@/tests/support/factory"
import { visitor } from "@/tests/support/people"
import { proofOf } from "@/tests/support/proof"

describe("the follow form", () => {
  it("gives a wrong number and a wrong code the same answer, and keeps the number", async () => {
    const { receipt } = await submitted()
    const browser = newBrowser()
    const tryWith = async (number: string, code: string) =>
      browser.landing(await browser.post(open, "/en/follow", { number, code }))
    const wrongCode = await tryWith(receipt.number, "wrong")
    const wrongNumber = await tryWith("0000-0000-0000", receipt.code)
    const alike = ({ text }: { text: string }, number: string) =>
      text.replace(number, "").replaceAll(/[\w-]{22}(?=")/g, "")
    expect(wrongCode.document.querySelector(".govuk-error-summary a")?.getAttribute("href")).toBe("#number")
    expect(alike(wrongCode, receipt.number)).toBe(alike(wrongNumber, "0000-0000-0000"))
    expect(wrongCode.document.querySelector("#number")?.getAttribute("value")).toBe(receipt.number)
    expect(wrongCode.text).not.toContain("wrong")
    expect(browser.cookies.has("report")).toBe(false)
  })

  it("names the empty field", async () => {
    const browser = newBrowser()
    const { document } = await browser.landing(
      await browser.post(open, "/en/follow", { number: "7k3m-9qx2-abcd", code: " " }),
    )
    expect(document.querySelector("#number")?.getAttribute("value")).toBe("7k3m-9qx2-abcd")
    const links = [...document.querySelectorAll(".govuk-error-summary a")]
    expect(links.map((link) => link.getAttribute("href"))).toEqual(["#code"])
  })

  it.each([
    ["en", /many wrong tries came from your network/],
    ["zh", /来自您所在网络的错误尝试较多/],
  ] as const)(
    "says after ten wrong tries that the right code opens, offers work, and opens (%s)",
    async (locale, words) => {
      const { receipt } = await submitted()
      const browser = newBrowser(locale)
      const from = { "x-forwarded-for": locale === "en" ? "192.0.2.12" : "192.0.2.13" }
      const tryWith = (code: string, fields = {}) =>
        browser.post(open, `/${locale}/follow`, { number: receipt.number, code, ...fields }, from)
      for (let tries = 0; tries < 10; tries++) await tryWith("wrong")
      const { text, document, response } = await browser.landing(await tryWith("wrong"))
      expect(text).toMatch(words)
      expect(document.querySelector("#number")?.getAttribute("value")).toBe(receipt.number)
      expect(text).not.toContain('value="wrong"')
      expect(response.headers.get("content-security-policy")).toContain("script-src 'self'")
      const key = document.querySelector("form[data-proof] [name=key]")?.getAttribute("value") ?? ""
      const { challenge } = await askForProof(visitor(), { key })
      const worked = await browser.landing(await tryWith("wrong", { key, proof: await proofOf(challenge) }))
      expect(worked.text).not.toMatch(words)
      await tryWith(receipt.code)
      expect(browser.cookies.has("report")).toBe(true)
    },
  )
})

describe("the verification of a statement", () => {
  it("tells a genuine one with what it says, and a changed one as not genuine", async () => {
    const { receipt } = await submitted()
    const browser = newBrowser()
    const check = async (statement: string) =>
      browser.landing(await browser.post(verify, "/en/receipt/verify", { statement }))
    const genuine = await check(`${receipt.statement}\n`)
    expect(genuine.text).toContain("This statement is genuine")
    expect(genuine.text).toContain(receipt.number)
    expect((await check(receipt.statement.replace(".", ".A"))).text).toContain("is not genuine")
    const empty = await check("")
    expect(empty.document.querySelector(".govuk-error-summary a")?.getAttribute("href")).toBe("#statement")
  })
})
