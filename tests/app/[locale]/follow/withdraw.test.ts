import { describe, expect, it } from "vitest"
import { locales, wordsFor } from "@/app/_words"
import { POST as withdrawals } from "@/app/api/v1/receipts/withdrawals/route"
import { acceptTip, claimTip } from "@/lib/tip"
import { call } from "@/tests/support/app/call"
import { newBrowser } from "@/tests/support/app/form-browser"
import { runningCampaign, submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

describe.each(locales)("taking a report back on its page (%s)", (locale) => {
  const t = wordsFor(locale, "follow")
  const following = async () => {
    const { tipId, receipt } = await submitted()
    const browser = newBrowser(locale)
    await browser.send(`/${locale}/follow`, receipt)
    return { tipId, browser }
  }

  it("is confirmed by a page that can be loaded again, and offered no more", async () => {
    const { browser } = await following()
    const before = await browser.open(`/${locale}/follow`)
    expect(before.document.querySelector("form[action$='/follow/withdraw']")).not.toBeNull()
    const page = await browser.landing(await browser.send(`/${locale}/follow/withdraw`, {}))
    expect(page.document.querySelector("[role=status]")?.textContent).toBe(t("did.withdrawn"))
    expect(page.text).toContain(t("status.withdrawn.text"))
    expect(page.document.querySelector("form[action$='/follow/withdraw']")).toBeNull()
    expect(page.text).not.toContain(t("addFiles"))
  })

  it("that comes too late is answered with the reason, on the report's page", async () => {
    await runningCampaign()
    const { tipId, browser } = await following()
    const { version } = await claimTip(as("mei"), { tipId })
    await acceptTip(as("mei"), { tipId, version, campaign: "demo-2026" })
    const page = await browser.landing(await browser.send(`/${locale}/follow/withdraw`, {}))
    expect(page.text).toContain(wordsFor(locale, "errors")("reasons.withdrawal-too-late"))
    expect(page.text).toContain(t("status.accepted.text"))
  })
})

describe("POST /api/v1/receipts/withdrawals", () => {
  const send = (body: object) => call(withdrawals, "/api/v1/receipts/withdrawals", { body })

  it("withdraws once with the receipt, and answers alike when it is sent again", async () => {
    const { receipt } = await submitted()
    const { number, code } = receipt
    for (const _ of [1, 2])
      expect(await send({ number, code })).toMatchObject({ status: 200, json: { status: "withdrawn" } })
  })

  it("refuses a wrong code", async () => {
    const { receipt } = await submitted()
    const { status } = await send({ number: receipt.number, code: "0000-0000-0000-0000" })
    expect(status).toBe(404)
  })
})
