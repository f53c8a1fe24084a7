import { describe, expect, it } from "vitest"
import { locales } from "@/app/_words"
import { GET as check } from "@/app/[locale]/report/check/route"
import { GET as start, POST as wipe } from "@/app/[locale]/report/route"
import { openCase } from "@/lib/case"
import { getTip, listTips } from "@/lib/tip"
import { newBrowser } from "@/tests/support/app/form-browser"
import { answerAll, answerStep, answers, ask, sendReport } from "@/tests/support/app/report-steps"
import { acceptedTip } from "@/tests/support/factory"
import { as, system } from "@/tests/support/people"

const tips = async () => (await listTips(as("mei"), {})).rows

describe("the questions of the report", () => {
  it("follow one another, each with a way back, and end where all answers are checked", async () => {
    const browser = newBrowser()
    const ways: unknown[] = []
    for (const [step, fields] of Object.entries(answers)) {
      const { document } = await ask(browser, step)
      const back = document.querySelector(".govuk-back-link")?.getAttribute("href")
      ways.push([step, back, (await answerStep(browser, step, fields)).location])
    }
    const at = (step: string) => `/en/report/${step}`
    expect(ways).toEqual([
      ["kind", "/en/report", at("where")],
      ["where", at("kind"), at("work")],
      ["work", at("where"), at("money")],
      ["money", at("work"), at("description")],
      ["description", at("money"), at("files")],
      ["files", at("description"), at("contact")],
      ["contact", at("files"), at("check")],
    ])
  })

  it("run only our own modules and are not cached", async () => {
    const { response } = await ask(newBrowser(), "kind")
    expect(response.headers.get("content-security-policy")).toContain("script-src 'self';")
    expect(response.headers.get("cache-control")).toBe("no-store")
  })

  it("show again what was answered, as it was typed, in the other language too", async () => {
    const browser = newBrowser()
    await answerAll(browser)
    const where = await ask(browser, "where", "zh")
    expect(where.document.querySelector("textarea")?.textContent?.trim()).toBe(
      "https://songs.pirate.example/1\nhxxps://songs[.]pirate[.]example/2?utm_source=x",
    )
    const money = await ask(browser, "money")
    expect(
      [...money.document.querySelectorAll("input[checked]")].map((input) => input.getAttribute("value")),
    ).toEqual(["ads", "first-release"])
  })

  it("take an answer back that is emptied", async () => {
    const browser = newBrowser()
    await answerAll(browser)
    await answerStep(browser, "work", { work: "", rightHolder: "A label" })
    expect((await ask(browser, "work")).document.querySelector("#work")?.getAttribute("value") ?? "").toBe("")
    expect((await browser.get(check, "/en/report/check")).text).not.toContain("A song")
  })

  it.each(locales)("keep what was typed and lead to what is wrong with it (%s)", async (locale) => {
    const browser = newBrowser(locale)
    const typed = "https://ok.example/\n\nhttp://192.168.1.1/<b>"
    const { status, text, document } = await browser.landing(
      await answerStep(browser, "where", { targets: typed }, locale),
    )
    expect(status).toBe(200)
    const [link] = document.querySelectorAll(".govuk-error-summary a")
    expect(link?.textContent).toMatch(/3/)
    expect(document.getElementById(link?.getAttribute("href")?.slice(1) ?? "")).not.toBeNull()
    expect(text).toContain("\n\nhttp://192.168.1.1/&lt;b&gt;</textarea>")
    expect(text).not.toContain("<b>")
  })

  it("names every line that is wrong at once, and where the focus begins without a script", async () => {
    const typed = "http://192.168.1.1/\nhttps://ok.example/\n\ndata:text/html,x"
    const browser = newBrowser()
    const { document } = await browser.landing(await answerStep(browser, "where", { targets: typed }))
    expect(document.querySelector("#targets-error")?.textContent).toMatch(/Line 1: .+ Line 4: /)
    expect(document.querySelector("[autofocus]")?.className).toBe("govuk-error-summary")
  })

  it.each([
    ["kind", {}],
    ["where", { targets: " \r\n" }],
    ["description", { description: "" }],
    ["files", {}],
  ])("say what %s needs, in words of its own", async (step, fields) => {
    const browser = newBrowser()
    const { document } = await browser.landing(await answerStep(browser, step, fields))
    const [link] = document.querySelectorAll(".govuk-error-summary a")
    expect(link?.textContent).toMatch(/^(Choose|Write|Describe)/)
    expect(document.getElementById(link?.getAttribute("href")?.slice(1) ?? "")).not.toBeNull()
  })

  it("lead to the first page, with a word why, who has no cookie", async () => {
    const { location } = await ask(newBrowser(), "description")
    expect(location).toBe("/en/report?lost=yes")
    expect((await newBrowser().get(start, location ?? "")).text).toContain("Your answers are not here.")
  })

  it("are 404 where there is none of that name", async () => {
    expect((await ask(newBrowser(), "weather")).status).toBe(404)
    expect((await answerStep(newBrowser(), "weather", {})).status).toBe(404)
  })

  it("are deleted, cookie and all, when the person wishes", async () => {
    const browser = newBrowser()
    await answerAll(browser)
    const kept = browser.cookies.get("draft") ?? ""
    expect((await browser.post(wipe, "/en/report", {})).location).toBe("/en/report")
    expect(browser.cookies.has("draft")).toBe(false)
    browser.cookies.set("draft", kept)
    expect((await ask(browser, "where")).location).toBe("/en/report?lost=yes")
  })

  it("go on where the person left off", async () => {
    const browser = newBrowser()
    const next = async () =>
      (await browser.get(start, "/en/report")).document.querySelector("a.govuk-button")?.getAttribute("href")
    expect(await next()).toBe("/en/report/kind")
    await answerStep(browser, "kind", { category: "games" })
    expect(await next()).toBe("/en/report/where")
    await answerAll(browser)
    expect(await next()).toBe("/en/report/check")
  })
})

describe("the page of all answers", () => {
  it("shows how each address is understood, and a way to change each answer and come back", async () => {
    const browser = newBrowser()
    await answerAll(browser)
    await answerStep(browser, "where", {
      targets: "hxxps://电影[.]example/?utm_source=x\nhttps://item.jd.com/100.html",
    })
    const { document, text } = await browser.get(check, "/en/report/check")
    const [typed, read] = document.querySelectorAll(".portal-targets code")
    expect(typed?.textContent).toBe("hxxps://电影[.]example/?utm_source=x")
    expect(read?.textContent).toBe("https://xn--p3t879b.example/")
    expect(text).toContain("Its name is written 电影.example")
    expect(text).toContain("Listing 100 on JD.com.")
    expect(text).toContain("All songs of the album\ncan be heard here.")
    const changes = [...document.querySelectorAll(".govuk-summary-list__actions a")]
    expect(changes).toHaveLength(9)
    for (const change of changes)
      expect(change.getAttribute("href")).toMatch(/^\/en\/report\/\w+\?from=check$/)
    const { location } = await answerStep(browser, "where", { targets: "songs.example", from: "check" })
    expect(location).toBe("/en/report/check")
  })

  it("tells how often a site was reported, but of no number so small that it tells of somebody", async () => {
    const browser = newBrowser()
    await answerAll(browser)
    await answerStep(browser, "where", { targets: "https://often.example/a\nhttps://seldom.example/" })
    const target = (site: string) => ({ targets: [`https://${site}/x`] })
    for (const site of ["often.example", "often.example", "seldom.example"]) {
      const { tipId } = await acceptedTip(target(site))
      await openCase(system(), { tipId, campaign: "demo-2026" })
    }
    const known = async () => (await browser.get(check, "/en/report/check")).text
    expect(await known()).not.toContain("already")
    const { tipId } = await acceptedTip(target("often.example"))
    await openCase(system(), { tipId, campaign: "demo-2026" })
    expect(await known()).toContain("We have 3 reports about often.example already. Yours still counts.")
    expect(await known()).not.toContain("about seldom.example")
  })
})

describe("sending the report", () => {
  it("saves a tip with all that was answered and goes on with a cookie that tells nothing", async () => {
    const browser = newBrowser()
    await answerAll(browser)
    const { status, location, response } = await sendReport(browser)
    expect([status, location]).toEqual([303, "/en/report/receipt"])
    const [row] = (await tips()).slice(-1)
    const { tip } = await getTip(as("mei"), { tipId: row?.tipId ?? "" })
    expect(tip).toMatchObject({
      category: "music",
      targets: [{ text: "https://songs.pirate.example/1" }, { text: "https://songs.pirate.example/2" }],
      description: "All songs of the album\ncan be heard here.",
      work: "A song",
      rightHolder: "A label",
      paysBy: "ads",
      urgency: "first-release",
      hasContact: false,
    })
    const cookies = response.headers.getSetCookie().join("\n")
    expect(cookies).toMatch(/HttpOnly; SameSite=Lax/)
    expect(cookies).not.toContain(tip.tipId)
    expect([...browser.cookies.keys()]).toEqual(["report"])
  })

  it("leads on to the files who has some", async () => {
    const browser = newBrowser()
    await answerAll(browser, { ...answers, files: { hasFiles: "yes" } })
    expect((await sendReport(browser)).location).toBe("/en/report/evidence")
  })

  it("saves one tip from a double click, or when the answer was lost on the way", async () => {
    const browser = newBrowser()
    await answerAll(browser)
    const before = (await tips()).length
    const kept = browser.cookies.get("draft") ?? ""
    const sent = await Promise.all([sendReport(browser), sendReport(browser), sendReport(browser)])
    browser.cookies.set("draft", kept)
    const again = await sendReport(browser)
    expect([...sent, again].map(({ location }) => location)).toEqual(Array(4).fill("/en/report/receipt"))
    expect(await tips()).toHaveLength(before + 1)
  })

  it("shows the receipt to who comes back after sending", async () => {
    const browser = newBrowser()
    await answerAll(browser)
    await sendReport(browser)
    expect((await browser.get(check, "/en/report/check")).location).toBe("/en/report/receipt")
    expect((await sendReport(browser)).location).toBe("/en/report/receipt")
    for (const step of ["where", "description", "contact"])
      expect((await ask(browser, step)).location).toBe("/en/report/receipt")
    expect((await ask(browser, "kind")).status).toBe(200)
  })

  it("asks first for what is missing, and saves nothing", async () => {
    const browser = newBrowser()
    const { where: _, ...others } = answers
    await answerAll(browser, others)
    const before = (await tips()).length
    expect((await browser.get(check, "/en/report/check")).text).toContain("Not answered yet")
    expect((await sendReport(browser)).location).toBe("/en/report/where?from=check")
    expect(await tips()).toHaveLength(before)
  })

  it("is refused to a form of another site, as is every answer", async () => {
    const browser = newBrowser()
    await answerAll(browser)
    const headers = { "sec-fetch-site": "cross-site" }
    expect((await sendReport(browser, "en", headers)).status).toBe(403)
    expect((await answerStep(browser, "work", { work: "x" }, "en", headers)).status).toBe(403)
    expect((await browser.post(wipe, "/en/report", {}, headers)).status).toBe(403)
  })
})
