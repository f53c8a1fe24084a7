import { describe, expect, it } from "vitest"
import { POST as open, GET as page } from "@/app/[locale]/follow/route"
import { POST as lookup } from "@/app/api/v1/receipts/lookup/route"
import { noteNews } from "@/lib/reporter"
import { findNews } from "@/lib/reporter/news/news"
import { call } from "@/tests/support/app/call"
import { newBrowser } from "@/tests/support/app/form-browser"
import { submitted } from "@/tests/support/factory"
import { system } from "@/tests/support/people"

const withNews = async () => {
  const { tipId, receipt } = await submitted({ contact: "zhang@reader.example", news: true })
  await noteNews(system(), { tipId, at: new Date().toISOString() })
  expect((await findNews(tipId))?.dueAt).not.toBe("")
  return { tipId, number: receipt.number, code: receipt.code }
}

describe("news that is due by mail", () => {
  it("is not due any more once the page of the report was shown", async () => {
    const { tipId, ...keys } = await withNews()
    const browser = newBrowser()
    await browser.post(open, "/en/follow", keys)
    await browser.get(page, "/en/follow")
    expect((await findNews(tipId))?.dueAt).toBe("")
  })

  it("is not due any more once the API told how the report stands", async () => {
    const { tipId, ...keys } = await withNews()
    await call(lookup, "/api/v1/receipts/lookup", { body: keys })
    expect((await findNews(tipId))?.dueAt).toBe("")
  })
})
