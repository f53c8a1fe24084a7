import { describe, expect, it } from "vitest"
import { POST as close } from "@/app/[locale]/follow/close/route"
import { GET as follow, POST as open } from "@/app/[locale]/follow/route"
import { POST as discard } from "@/app/[locale]/report/evidence/discard/route"
import { POST as addFile, GET as evidence } from "@/app/[locale]/report/evidence/route"
import { GET as sending } from "@/app/[locale]/report/evidence/sending/route"
import { POST as kept, GET as receipt } from "@/app/[locale]/report/receipt/route"
import { GET as statement } from "@/app/[locale]/report/statement/route"
import { announceEvidence, evidenceOf } from "@/lib/evidence"
import { EvidenceId } from "@/lib/kernel/id"
import { evidenceBytes, originOf } from "@/lib/limits"
import { countOne } from "@/lib/store/counter"
import { fieldsOf, newBrowser } from "@/tests/support/app/form-browser"
import { answerAll, answers, sendReport } from "@/tests/support/app/report-steps"
import { submitted } from "@/tests/support/factory"
import { reporterOf } from "@/tests/support/people"
import { inspect, send } from "@/tests/support/upload"

const page = "/en/report/evidence"
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)

const reported = async () => {
  const browser = newBrowser()
  await answerAll(browser, { ...answers, files: { hasFiles: "yes" } })
  expect((await sendReport(browser)).location).toBe(page)
  return browser
}

const uploadIn = (document: Document) => {
  const form = document.querySelector("form[action^=http]")
  const url = form?.getAttribute("action") ?? ""
  const fields = fieldsOf(form)
  const evidenceId = EvidenceId.parse(/evd_[0-9a-z]+/.exec(fields.key ?? "")?.[0])
  return { url, fields, evidenceId, index: 0, method: "POST" as const }
}

const codeIn = (document: Document) =>
  [...document.querySelectorAll("code")].map(({ textContent }) => textContent ?? "")

describe("the evidence page", () => {
  it("says that the report is saved, with number and code, and lets the form and the module reach the store", async () => {
    const browser = await reported()
    const { document, response } = await browser.get(evidence, page)
    const [number, code] = codeIn(document)
    expect(number).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/)
    const policy = response.headers.get("content-security-policy") ?? ""
    const store = new URL(uploadIn(document).url).origin
    expect(policy).toContain(`form-action 'self' ${store}`)
    expect(policy).toContain(`connect-src 'self' ${store}`)
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain(`frame-src 'self' ${store};`)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(document.querySelector("script")?.getAttribute("src")).toContain("upload.js")
  })

  it("takes a file straight to the store and brings the person back to how it stands", async () => {
    const browser = await reported()
    const first = await browser.get(evidence, page)
    const upload = uploadIn(first.document)
    const stored = await send(upload, "screen.png", png)
    expect(stored.status).toBe(303)
    const back = new URL(stored.headers.get("location") ?? "")
    expect(back.origin).toBe("http://localhost:3000")
    const cleaned = await newBrowser().get(sending, `${back.pathname}${back.search}`)
    expect(cleaned.location).toBe(`${page}/sending?sent=${upload.evidenceId}`)
    const frame = await newBrowser().get(sending, cleaned.location ?? "")
    expect(frame.text).toContain("The file has reached the store.")
    const look = frame.document.querySelector("a[target=_top]")?.getAttribute("href") ?? ""
    const checking = await browser.get(evidence, look)
    expect(checking.text).toContain("The file has arrived.")
    expect(checking.document.querySelector("[data-files=checking]")).not.toBeNull()
    await inspect(upload, "screen.png")
    const settled = await browser.get(evidence, page)
    expect(settled.text).toContain("Received and sealed")
    expect(settled.document.querySelector("[data-files=settled]")).not.toBeNull()
  })

  it("keeps its words while the store's answer comes into a frame, which only our own pages may show", async () => {
    const browser = await reported()
    const { document } = await browser.get(evidence, page)
    const target = document.querySelector("form[action^=http]")?.getAttribute("target")
    const frame = document.querySelector(`iframe[name=${target}]`)?.getAttribute("src") ?? ""
    const { response, text } = await newBrowser().get(sending, frame)
    expect(text).toContain("Nothing has been sent from this page yet.")
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'self'")
    for (const code of ["EntityTooLarge", "EntityTooSmall", "AccessDenied"])
      expect(document.querySelector("details")?.textContent).toContain(code)
  })

  it("takes back a file that never came, and leaves one that has come", async () => {
    const browser = await reported()
    const { tipId, receipt: keys } = await submitted()
    await browser.post(open, "/en/follow", keys)
    const announcement = { name: "never.png", sizeBytes: png.length }
    const upload = await announceEvidence(reporterOf(tipId), { tipId, announcement })
    const form = (await browser.get(evidence, page)).document.querySelector("form[action$=discard]")
    expect(form?.textContent).toContain("never.png")
    for (let clicks = 0; clicks < 2; clicks++)
      expect((await browser.post(discard, `${page}/discard`, fieldsOf(form))).location).toBe(page)
    expect((await browser.get(evidence, page)).text).not.toContain("never.png")
    const late = await announceEvidence(reporterOf(tipId), { tipId, announcement })
    await send(late, "never.png", png)
    await browser.post(discard, `${page}/discard`, { evidenceId: late.evidenceId })
    const settled = await browser.get(evidence, page)
    expect(settled.text).toContain("never.png")
    expect(settled.document.querySelector("form[action$=discard]")).toBeNull()
    expect(upload.evidenceId).not.toBe(late.evidenceId)
  })

  it("shows a name that would pass for another without its tricks, and keeps it as it came", async () => {
    const { tipId, receipt: keys } = await submitted()
    const name = "film\u202egnp.exe \u{1f3ac} ../<b>.png"
    await announceEvidence(reporterOf(tipId), { tipId, announcement: { name, sizeBytes: png.length } })
    const browser = newBrowser()
    await browser.post(open, "/en/follow", keys)
    const { document } = await browser.get(evidence, page)
    expect(document.querySelector("bdi")?.textContent).toBe("film\ufffdgnp.exe \u{1f3ac} ../<b>.png")
    expect((await evidenceOf(tipId))[0]?.announced?.name).toBe(name)
  })

  it("says before a file is chosen that photos keep their place and device", async () => {
    const browser = await reported()
    const { text } = await browser.get(evidence, page)
    expect(text.indexOf("where they were taken and the device")).toBeGreaterThan(0)
    expect(text.indexOf("where they were taken and the device")).toBeLessThan(text.indexOf('type="file"'))
    const chinese = newBrowser("zh")
    const { receipt: keys } = await submitted()
    await chinese.post(open, "/zh/follow", keys)
    expect((await chinese.get(evidence, "/zh/report/evidence")).text).toContain("拍摄地点和拍摄设备")
  })

  it("says in words that too much came from a network today, and that the report is not affected", async () => {
    const browser = await reported()
    const { ofOrigin } = evidenceBytes
    const origin = originOf(undefined, new Date().toISOString())
    await countOne(ofOrigin, origin, ofOrigin.count + 1)
    const upload = uploadIn((await browser.get(evidence, page)).document)
    await send(upload, "screen.png", png)
    await inspect(upload, "screen.png")
    const refused = await browser.landing(await browser.post(addFile, page, {}))
    expect(refused.text).toContain("Too much data was sent as files from your network today.")
    expect(refused.text).toContain("Your report is not affected")
    await countOne(ofOrigin, origin, -ofOrigin.count - 1)
    expect((await browser.post(addFile, page, {})).location).toBe(page)
    expect((await browser.get(evidence, page)).document.querySelector("form[action^=http]")).not.toBeNull()
  })

  it("says in plain words why a file was not accepted", async () => {
    const browser = await reported()
    const upload = uploadIn((await browser.get(evidence, page)).document)
    await send(upload, "picture.png", Buffer.alloc(0))
    await inspect(upload, "picture.png")
    expect((await browser.get(evidence, page)).text).toContain("The file is empty.")
  })

  it("opens one place for the next file, however often it is asked for one", async () => {
    const browser = await reported()
    const before = uploadIn((await browser.get(evidence, page)).document)
    for (let clicks = 0; clicks < 3; clicks++)
      expect((await browser.post(addFile, page, {})).location).toBe(page)
    expect(uploadIn((await browser.get(evidence, page)).document).evidenceId).toBe(before.evidenceId)
  })

  it("lets a file that was announced but never came be sent later", async () => {
    const { tipId, receipt: keys } = await submitted()
    const announcement = { name: "late.png", sizeBytes: png.length }
    const { evidenceId } = await announceEvidence(reporterOf(tipId), { tipId, announcement })
    const browser = newBrowser()
    await browser.post(open, "/en/follow", keys)
    expect((await browser.get(evidence, page)).text).toContain(`?file=${evidenceId}`)
    const { document } = await browser.get(evidence, `${page}?file=${evidenceId}`)
    expect(uploadIn(document).evidenceId).toBe(evidenceId)
  })

  it.each([
    ["without a cookie", undefined],
    ["with a cookie that was not ours", "eyJhbGciOiJkaXIifQ..a.b.c"],
  ])("asks for number and code %s", async (_what, cookie) => {
    const browser = newBrowser()
    if (cookie) browser.cookies.set("report", cookie)
    for (const handler of [evidence, receipt, statement])
      expect((await browser.get(handler, page)).location).toBe("/en/follow")
  })
})

describe("the receipt page", () => {
  it("shows number and code until the person has kept them", async () => {
    const browser = await reported()
    const { document } = await browser.get(receipt, "/en/report/receipt")
    const [number = "", code = ""] = codeIn(document)
    const { response } = await browser.get(statement, "/en/report/statement")
    expect(response.headers.get("content-disposition")).toContain(number)
    const { location } = await browser.post(kept, "/en/report/receipt", {})
    expect(location).toBe("/en/report/done")
    expect((await browser.get(receipt, "/en/report/receipt")).location).toBe("/en/follow")
    await browser.post(open, "/en/follow", { number, code })
    const followed = await browser.get(follow, "/en/follow")
    expect(followed.text).toContain("waits for a moderator")
    expect(followed.text).not.toContain(code)
    // Who typed the code has it: no page shows it again.
    for (const path of ["/en/report/receipt", "/en/report/receipt/file"])
      expect((await browser.open(path)).location).toBe("/en/follow")
    const files = (await browser.get(evidence, page)).document.querySelector("main")
    expect(files?.textContent).not.toContain(code)
    expect(files?.querySelector("a[href='/en/follow']")?.textContent).toContain(number)
    await browser.post(close, "/en/follow/close", {})
    expect((await browser.get(follow, "/en/follow")).document.querySelector("#number")).not.toBeNull()
  })
})
