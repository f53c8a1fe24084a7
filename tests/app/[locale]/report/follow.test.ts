import { describe, expect, it } from "vitest"
import { POST as open } from "@/app/[locale]/follow/route"
import { POST as verify } from "@/app/[locale]/receipt/verify/route"
import { newBrowser } from "@/tests/support/app/form-browser"
import { submitted } from "@/tests/support/factory"

describe("the follow form", () => {
  it("gives a wrong number and a wrong code the same answer, and keeps the number", async () => {
    const { receipt } = await submitted()
    const browser = newBrowser()
    const wrongCode = await browser.post(open, "/en/follow", { number: receipt.number, code: "wrong" })
    const wrongNumber = await browser.post(open, "/en/follow", {
      number: "0000-0000-0000",
      code: receipt.code,
    })
    expect(wrongCode.status).toBe(422)
    expect(wrongCode.text.replace(receipt.number, "")).toBe(wrongNumber.text.replace("0000-0000-0000", ""))
    expect(wrongCode.document.querySelector("#number")?.getAttribute("value")).toBe(receipt.number)
    expect(browser.cookies.size).toBe(0)
  })

  it("names the empty field", async () => {
    const { document } = await newBrowser().post(open, "/en/follow", { number: "7k3m-9qx2-abcd", code: " " })
    const links = [...document.querySelectorAll(".govuk-error-summary a")]
    expect(links.map((link) => link.getAttribute("href"))).toEqual(["#code"])
  })

  it.each([
    ["en", /Too many tries with this number\. Try again in \d+ minutes?\./],
    ["zh", /该编号的尝试次数过多。请在 \d+ 分钟后再试。/],
  ] as const)(
    "says after ten wrong tries how long to wait, and keeps the number (%s)",
    async (locale, words) => {
      const { receipt } = await submitted()
      const browser = newBrowser(locale)
      const tryWrong = () =>
        browser.post(open, `/${locale}/follow`, { number: receipt.number, code: "wrong" })
      for (let tries = 0; tries < 10; tries++) await tryWrong()
      const { status, response, text, document } = await tryWrong()
      expect(status).toBe(429)
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0)
      expect(text).toMatch(words)
      expect(document.querySelector("#number")?.getAttribute("value")).toBe(receipt.number)
      expect(text).not.toContain("wrong")
    },
  )
})

describe("the verification of a statement", () => {
  it("tells a genuine one with what it says, and a changed one as not genuine", async () => {
    const { receipt } = await submitted()
    const browser = newBrowser()
    const check = (statement: string) => browser.post(verify, "/en/receipt/verify", { statement })
    const genuine = await check(`${receipt.statement}\n`)
    expect(genuine.text).toContain("This statement is genuine")
    expect(genuine.text).toContain(receipt.number)
    expect((await check(receipt.statement.replace(".", ".A"))).text).toContain("is not genuine")
    expect((await check("")).status).toBe(422)
  })
})
