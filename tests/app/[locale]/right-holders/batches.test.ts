import { parse } from "csv-parse/sync"
import { describe, expect, it } from "vitest"
import { getBatch, reportColumns } from "@/lib/batch"
import type { BatchId } from "@/lib/kernel/id"
import { findReport, revokeKey, submitReport } from "@/lib/right-holder"
import { csvRows } from "@/lib/table"
import { fieldsOf, newBrowser } from "@/tests/support/app/form-browser"
import { orderOf, runArrived } from "@/tests/support/batch"
import { gbk } from "@/tests/support/gbk"
import { aHolder, aReport } from "@/tests/support/holder"
import { as } from "@/tests/support/people"

const path = "/right-holders/batches"

const opened = async (holderId: string, locale: "zh" | "en" = "zh") => {
  const issued = await aHolder(holderId)
  const browser = newBrowser(locale)
  await browser.send(`/${locale}/right-holders`, { key: issued.key })
  return { ...issued, browser }
}

type Opened = Awaited<ReturnType<typeof opened>>

/** Begins a table and sends its file by the form of its page. */
const uploaded = async (
  { browser }: Opened,
  table: BodyInit & BlobPart,
  name = "table.csv",
  locale = "zh",
) => {
  const { location } = await browser.send(`/${locale}${path}`, {})
  const page = await browser.open(location ?? "")
  const form = page.document.querySelector("form[target=sending]")
  const data = new FormData()
  for (const [field, value] of Object.entries(fieldsOf(form))) data.append(field, value)
  data.append("file", new File([table], name))
  const response = await fetch(form?.getAttribute("action") ?? "", {
    method: "POST",
    body: data,
    redirect: "manual",
  })
  const back = new URL(response.headers.get("location") ?? "")
  await runArrived(back.searchParams.get("key") ?? "")
  return { page: location ?? "", frame: `${back.pathname}${back.search}` }
}

const batchOf = ({ holder }: Opened, page: string) =>
  getBatch(holder, { batchId: page.split("/").at(-1) as BatchId })

const csvOf = async ({ browser }: Opened, address: string) =>
  parse(await (await browser.open(address)).response.text(), { bom: true }) as string[][]

const head = "参考号;类别;网址;说明\r\n"
const good = (reference: string) =>
  `${reference};影视;https://films.example/${reference};整部影片可以免费观看。\r\n`

describe("a table of a right holder", () => {
  it("is uploaded, tried, sent and answered row by row, without script, in the reader's language", async () => {
    const visit = await opened("zh-table")
    const table = gbk(`${head}${good("一")}${good("二")};影视;https://x.example/1;整部影片可以免费观看。\r\n`)
    const { page, frame } = await uploaded(visit, table, "九月 侵权.csv")
    const shown = await visit.browser.landing(await visit.browser.open(frame))
    expect(shown.document.querySelector("a[target=_top]")?.getAttribute("href")).toBe(page)

    const tried = await visit.browser.open(page)
    expect(tried.document.querySelector("h1")?.textContent).toBe("九月 侵权.csv")
    expect(tried.text).toContain("试运行已完成")
    expect(tried.text).toContain("提交2份举报")
    expect(tried.text).toContain("参考号：此项必填。")
    expect(await csvOf(visit, `${page}/results`)).toEqual([
      ["行号", "参考号", "结果", "举报编号", "查询码", "网站", "识别为", "原因"],
      ["1", "一", "将成为新举报", "", "", "films.example", "https://films.example/%E4%B8%80", ""],
      ["2", "二", "将成为新举报", "", "", "films.example", "https://films.example/%E4%BA%8C", ""],
      ["3", "", "不予接收", "", "", "", "", "参考号：此项必填。"],
    ])
    expect(await findReport(visit.holder, { reference: "一" })).toBeUndefined()

    const sending = await visit.browser.landing(await visit.browser.send(`${page}/send`, {}))
    expect(sending.document.querySelector("[data-progress=sending] progress")?.getAttribute("max")).toBe("3")
    await runArrived(orderOf(await batchOf(visit, page)))
    const sent = await visit.browser.open(page)
    expect(sent.text).toContain("各行均已处理完毕")
    const [, first] = await csvOf(visit, `${page}/results`)
    const report = await findReport(visit.holder, { reference: "一" })
    expect(first?.slice(0, 4)).toEqual(["1", "一", "已成为新举报", report?.number])
    const opens = await visit.browser.landing(
      await visit.browser.send("/zh/follow", { number: first?.[3] ?? "", code: first?.[4] ?? "" }),
    )
    expect(opens.text).toContain(report?.number)
    const list = await visit.browser.open(`/zh${path}`)
    expect(list.document.querySelector(`a[href='${page}']`)?.textContent).toContain("九月 侵权.csv")
  })

  it("that cannot be sent says why, and offers no button", async () => {
    const visit = await opened("en-table", "en")
    const { page } = await uploaded(visit, "PK\u0003\u0004 a workbook", "table.xlsx", "en")
    const tried = await visit.browser.open(page)
    expect(tried.text).toContain("Save the table as CSV")
    expect(tried.document.querySelector("form[action$='/send']")).toBeNull()
    const refused = await visit.browser.landing(await visit.browser.send(`${page}/send`, {}))
    expect(refused.document.querySelector(".govuk-error-summary")?.textContent).toContain(
      "Nothing in this table would become a new report",
    )
  })

  it("is not sent before its trial run, and says so on its page", async () => {
    const visit = await opened("early-table", "en")
    const { location } = await visit.browser.send(`/en${path}`, {})
    const early = await visit.browser.landing(await visit.browser.send(`${location}/send`, {}))
    expect(early.document.querySelector(".govuk-error-summary")?.textContent).toContain("cannot be done")
    expect(early.document.querySelector("form[target=sending]")).not.toBeNull()
    expect((await visit.browser.open(`${location}/send`)).location).toBe(location)
  })

  it("shows no cell that a spreadsheet would run", async () => {
    const visit = await opened("formula-table")
    const { page } = await uploaded(visit, `${head}${good("=cmd()")}`)
    const [, first] = await csvOf(visit, `${page}/results`)
    expect(first?.[1]).toBe("'=cmd()")
  })

  it("is nobody else's, and asks for the key where there is none", async () => {
    const visit = await opened("own-table")
    const { page } = await uploaded(visit, `${head}${good("1")}`)
    const other = await opened("other-table")
    for (const address of [page, `${page}/results`])
      expect((await other.browser.open(address)).status).toBe(404)
    const stranger = newBrowser("zh")
    for (const address of [page, `${page}/results`, `/zh${path}`])
      expect((await stranger.open(address)).location).toBe("/zh/right-holders")
    expect((await stranger.send(`${page}/send`, {})).location).toBe("/zh/right-holders")
    await revokeKey(as("administrator"), { keyId: visit.keyId, version: 1, reason: "Lost by the holder" })
    expect((await visit.browser.open(page)).location).toBe("/zh/right-holders")
  })
})

describe.each(["zh", "en"] as const)("the template in %s", (locale) => {
  it("names columns that are read, in the order in which they are explained", async () => {
    const browser = newBrowser(locale)
    const { response } = await browser.open(`/${locale}/right-holders/template`)
    const [names = []] = parse(await response.text(), { bom: true }) as string[][]
    const body = async function* () {
      yield Buffer.from(`${names.join(",")}\n${names.map(() => "1").join(",")}\n`)
    }
    expect(await Array.fromAsync(csvRows(body(), reportColumns))).toEqual([
      {
        value: {
          reference: "1",
          category: "1",
          work: "1",
          rightHolder: "1",
          paysBy: "1",
          urgency: "1",
          description: "1",
          locale: "1",
          targets: ["1"],
        },
      },
    ])
    const { browser: holding } = await opened(`template-${locale}`, locale)
    const keys = (await holding.open(`/${locale}${path}`)).document.querySelectorAll("dt")
    expect([...keys].map(({ textContent }) => textContent)).toEqual(names)
  })
})

it("finds a report by its holder's own reference, in whatever status, and says where there is none", async () => {
  const { browser, holder } = await opened("finding-films", "en")
  await submitReport(holder, aReport("2026/417"))
  const found = await browser.open("/en/right-holders?status=accepted&reference=2026%2F417")
  expect(found.document.querySelector("form .portal-reports h2")?.textContent).toBe("2026/417")
  expect((await browser.open("/en/right-holders?reference=none")).text).toContain(
    "You have no report with the reference none.",
  )
})
