import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { describe, expect, it, vi } from "vitest"
import { wordsFor } from "@/app/_words"
import { freePort } from "@/infra/local/environment/ports"
import { askReporter, claimTip, getTip } from "@/lib/tip"
import { newBrowser } from "@/tests/support/app/form-browser"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

const long = "述".repeat(5_001)

describe("what was typed", () => {
  it("and is too much to be kept comes back at once, to be mended and sent again", async () => {
    const browser = newBrowser()
    const typed = "https://a.example/\n".repeat(2_000).trim()
    const { status, document, response } = await browser.send("/en/report/where", {
      targets: typed,
      from: "check",
    })
    expect([status, response.headers.get("cache-control")]).toEqual([422, "no-store"])
    expect(document.querySelector("textarea[name=targets]")?.textContent?.trim()).toBe(typed)
    expect(document.querySelector(".govuk-error-summary")?.textContent).toMatch(/At most \d+ items\./)
    const form = document.querySelector("main form")
    expect(form?.getAttribute("action")).toBe("/en/report/where")
    expect(form?.querySelector("input[name=from]")?.getAttribute("value")).toBe("check")
  })

  it("as an answer after the receipt's cookie has ended waits until the report is opened again", async () => {
    const { tipId, receipt } = await submitted()
    const { version } = await claimTip(as("mei"), { tipId })
    await askReporter(as("mei"), { tipId, version, question: "On which page?" })
    const browser = newBrowser()
    const lapsed = await browser.landing(
      await browser.send("/en/follow/answer", { questionId: "any", answer: "On page 3" }),
    )
    expect(lapsed.text).toContain(wordsFor("en", "follow")("talk.lapsed"))
    const hidden = {
      answer: lapsed.document.querySelector("input[name=answer]")?.getAttribute("value") ?? "",
    }
    const number = { number: receipt.number }
    const wrong = await browser.landing(await browser.send("/en/follow", { ...hidden, ...number, code: "x" }))
    expect(wrong.document.querySelector("#number-error")).not.toBeNull()
    expect(wrong.document.querySelector("input[name=answer]")?.getAttribute("value")).toBe(hidden.answer)
    const opened = await browser.landing(await browser.send("/en/follow", { ...hidden, ...receipt }))
    expect(opened.document.querySelector("#answer")?.textContent).toBe("On page 3")
    expect(opened.document.querySelector(".govuk-error-summary")).toBeNull()
    const fields = Object.fromEntries(
      [...opened.document.querySelectorAll("form[action$=answer] input")].map((input) => [
        input.getAttribute("name") ?? "",
        input.getAttribute("value") ?? "",
      ]),
    )
    await browser.send("/en/follow/answer", { ...fields, answer: "On page 3" })
    expect((await getTip(as("mei"), { tipId })).messages).toHaveLength(2)
  })

  it("leads nowhere but to the form's page, whatever stands in place of a reference", async () => {
    const { receipt } = await submitted()
    for (const answer of ["x", "https://stranger.example/", `${"a".repeat(22)}&b=c`]) {
      const { location } = await newBrowser().send("/en/follow", { ...receipt, answer })
      expect(location).toBe("/en/follow?opened=yes")
    }
    const page = await newBrowser().open("/en/follow?entry=https://stranger.example/")
    expect([page.status, page.document.querySelector("input[type=hidden]")]).toEqual([200, null])
  })

  it("stands on the page that says that the stores do not answer, in the form's fields", async () => {
    const nowhere = `http://127.0.0.1:${await freePort()}`
    Object.assign(process.env, { AWS_ENDPOINT_URL_DYNAMODB: nowhere, LOG_LEVEL: "silent" })
    vi.resetModules()
    const browser = newBrowser("zh")
    const step = await browser.send("/zh/report/description", { description: long })
    expect(step.status).toBe(422)
    const forms: Record<string, Record<string, string>> = {
      "/zh/report/description": { description: "这里可以收听整张专辑的所有歌曲。" },
      "/zh/follow": { number: "7k3m-9qx2-abcd", code: "never-shown" },
    }
    for (const [path, fields] of Object.entries(forms)) {
      const { status, response, text, document } = await browser.send(path, fields)
      expect([path, status]).toEqual([path, 503])
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0)
      const [[name = "", value] = []] = Object.entries(fields)
      expect(document.querySelector(`textarea[name=${name}]`)?.textContent).toBe(value)
      expect(document.querySelector("main form")?.getAttribute("action")).toBe(path)
      expect(text).toContain("请稍后重新提交")
      expect(text).not.toMatch(/never-shown|ECONN|127\.0\.0\.1/)
    }
  })

  it.each(["zh", "en"] as const)(
    "comes back within a few seconds while the store is silent, with a way to go on (%s)",
    async (locale) => {
      const silent = createServer().listen(0, "127.0.0.1")
      await once(silent, "listening")
      const { port } = silent.address() as AddressInfo
      Object.assign(process.env, {
        AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`,
        LOG_LEVEL: "silent",
      })
      vi.resetModules()
      const browser = newBrowser(locale)
      const cases: readonly (readonly [string, Record<string, string>])[] = [
        ["report/description", { description: "这里可以收听整张专辑的所有歌曲。" }],
        ["report/description", { description: "short" }],
        ["report/where", { targets: "https://songs.pirate.example/1" }],
        ["follow", { number: "7k3m-9qx2-abcd", code: "never-shown" }],
        ["receipt/verify", { statement: "a.b.c" }],
      ]
      await Promise.all(
        cases.map(async ([form, fields]) => {
          const begun = performance.now()
          const { status, text, document } = await browser.send(`/${locale}/${form}`, fields)
          expect([form, performance.now() - begun < 5_800]).toEqual([form, true])
          // What needs no store is answered by its own page.
          if (status === 200 || status === 303) return
          const [[name = "", value] = []] = Object.entries(fields)
          expect(document.querySelector(`textarea[name=${name}]`)?.textContent).toBe(value)
          expect(document.querySelector("main form")?.getAttribute("action")).toBe(`/${locale}/${form}`)
          expect(text).not.toMatch(/never-shown|127\.0\.0\.1/)
          if (status === 503) expect(text).not.toContain(wordsFor(locale, "errors")("reasons.not-stored"))
        }),
      )
      const begun = performance.now()
      const page = await browser.open(`/${locale}/follow?entry=abcdefghijklmnopqrstuv`)
      expect([page.status === 200 || page.status === 503, performance.now() - begun < 7_000]).toEqual([
        true,
        true,
      ])
      silent.closeAllConnections()
      silent.close()
    },
  )
})
