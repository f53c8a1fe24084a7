import { describe, expect, it } from "vitest"
import { locales, wordsFor } from "@/app/_words"
import { POST as appeals } from "@/app/api/v1/receipts/appeals/route"
import { claimTip, declineTip, getTip } from "@/lib/tip"
import { call } from "@/tests/support/app/call"
import { newBrowser } from "@/tests/support/app/form-browser"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

const declined = async () => {
  const { tipId, receipt } = await submitted()
  const { version } = await claimTip(as("mei"), { tipId })
  await declineTip(as("mei"), { tipId, version, reason: "site-gone" })
  return { tipId, receipt }
}
const appeal = "网址仍然可以打开，第二页即可播放。"

describe.each(locales)("objecting to a refusal on the report's page (%s)", (locale) => {
  const t = wordsFor(locale, "follow")

  it("says why it was refused, takes the objection once, and shows it among the messages", async () => {
    const { tipId, receipt } = await declined()
    const browser = newBrowser(locale)
    await browser.send(`/${locale}/follow`, receipt)
    const before = await browser.open(`/${locale}/follow`)
    expect(before.text).toContain(locale === "zh" ? "已无法访问" : "cannot be reached")
    const page = await browser.landing(await browser.send(`/${locale}/follow/appeal`, { appeal }))
    expect(page.document.querySelector("[role=status]")?.textContent).toBe(t("did.appealed"))
    expect(page.text).toContain(appeal)
    expect(page.document.querySelector("form[action$='/follow/appeal']")).toBeNull()
    const again = await browser.landing(await browser.send(`/${locale}/follow/appeal`, { appeal }))
    expect(again.text).toContain(wordsFor(locale, "errors")("reasons.appeal-not-possible"))
    expect((await getTip(as("bo"), { tipId })).messages).toHaveLength(1)
  })
})

describe("POST /api/v1/receipts/appeals", () => {
  const send = (body: object) => call(appeals, "/api/v1/receipts/appeals", { body })

  it("objects with the receipt, once, and only to what was declined", async () => {
    const { receipt } = await declined()
    const { number, code } = receipt
    expect(await send({ number, code, appeal })).toMatchObject({ status: 201, json: { status: "received" } })
    expect(await send({ number, code, appeal })).toMatchObject({ status: 409 })
    expect(await send({ number, code, appeal: "no" })).toMatchObject({ status: 422 })
    const fresh = (await submitted()).receipt
    expect(await send({ number: fresh.number, code: fresh.code, appeal })).toMatchObject({ status: 409 })
    expect(await send({ number, code: "0000-0000-0000-0000", appeal })).toMatchObject({ status: 404 })
  })
})
