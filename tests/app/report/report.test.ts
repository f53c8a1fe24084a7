import { describe, expect, it } from "vitest"
import { locales } from "@/app/_words"
import { GET as form, POST as report } from "@/app/[locale]/report/route"
import { getTip, listTips } from "@/lib/tip"
import { as } from "../../support/people"
import { fieldsOf, newBrowser } from "./browser"

const filled = {
  category: "music",
  targets: "https://songs.pirate.example/1\r\n\r\nhttps://songs.pirate.example/2",
  work: "A song",
  description: "All songs of the album\r\ncan be heard here.",
  contact: "",
  hasFiles: "no",
}
const tips = async () => (await listTips(as("mei"), {})).rows

const opened = async (locale: "zh" | "en" = "en") => {
  const browser = newBrowser(locale)
  const { document } = await browser.get(form, `/${locale}/report`)
  return { browser, hidden: fieldsOf(document.querySelector("form")) }
}

describe("the report form", () => {
  it("runs only our own module, is not cached, and carries a key of its own each time", async () => {
    const browser = newBrowser()
    const first = await browser.get(form, "/en/report")
    const second = await browser.get(form, "/en/report")
    expect(first.response.headers.get("content-security-policy")).toContain("script-src 'self';")
    expect(first.response.headers.get("cache-control")).toBe("no-store")
    const keys = [first, second].map(({ document }) => fieldsOf(document.querySelector("form")).key)
    expect(keys[0]).toMatch(/^.{16,}$/)
    expect(keys[0]).not.toBe(keys[1])
  })

  it("saves a tip and goes on with a cookie that tells nothing", async () => {
    const { browser, hidden } = await opened()
    const { status, location, response } = await browser.post(report, "/en/report", { ...filled, ...hidden })
    expect([status, location]).toEqual([303, "/en/report/receipt"])
    const [row] = (await tips()).slice(-1)
    const { tip } = await getTip(as("mei"), { tipId: row?.tipId ?? "" })
    expect(tip).toMatchObject({
      category: "music",
      targets: [{ text: "https://songs.pirate.example/1" }, { text: "https://songs.pirate.example/2" }],
      description: "All songs of the album\ncan be heard here.",
      hasContact: false,
    })
    const cookie = response.headers.get("set-cookie") ?? ""
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/)
    expect(cookie).not.toContain(tip.tipId)
  })

  it("saves one tip from a double click", async () => {
    const { browser, hidden } = await opened()
    const before = (await tips()).length
    const send = () => browser.post(report, "/en/report", { ...filled, ...hidden })
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await tips()).toHaveLength(before + 1)
  })

  it("asks again, keeping the text, when a form that was sent comes back changed", async () => {
    const { browser, hidden } = await opened()
    await browser.post(report, "/en/report", { ...filled, ...hidden })
    const changed = { ...filled, ...hidden, work: "Another song" }
    const { status, document } = await browser.post(report, "/en/report", changed)
    expect(status).toBe(409)
    expect(document.querySelector("#work")?.getAttribute("value")).toBe("Another song")
    const again = { ...changed, ...fieldsOf(document.querySelector("form")) }
    expect((await browser.post(report, "/en/report", again)).status).toBe(303)
  })

  it("refuses a form that another site sends", async () => {
    const { browser, hidden } = await opened()
    const headers = { "sec-fetch-site": "cross-site" }
    const { status } = await browser.post(report, "/en/report", { ...filled, ...hidden }, headers)
    expect(status).toBe(403)
  })

  it.each(locales)("keeps what was typed and leads to each wrong field (%s)", async (locale) => {
    const { browser, hidden } = await opened(locale)
    const before = (await tips()).length
    const { status, document, text } = await browser.post(report, `/${locale}/report`, {
      ...hidden,
      targets: "https://ok.example/\n\nhttp://192.168.1.1/<b>",
      description: "short",
      work: "W".repeat(301),
      contact: `"quoted" <x>`,
    })
    expect(status).toBe(422)
    const links = [...document.querySelectorAll(".govuk-error-summary a")]
    const ids = links.map((link) => link.getAttribute("href")?.slice(1) ?? "")
    expect(ids).toEqual(["category", "targets", "description", "work"])
    for (const id of ids) expect(document.getElementById(id)).not.toBeNull()
    expect(links[1]?.textContent).toMatch(/3/)
    expect(text).toContain("\n\nhttp://192.168.1.1/&lt;b&gt;</textarea>")
    expect(document.querySelector("#contact")?.getAttribute("value")).toBe(`"quoted" <x>`)
    expect(text).not.toContain("<b>")
    expect(fieldsOf(document.querySelector("form"))).toEqual(hidden)
    expect(await tips()).toHaveLength(before)
  })
})
