import { describe, expect, it } from "vitest"
import { locales, wordsFor } from "@/app/_words"
import { RewardAnswer } from "@/app/api/_contract/reward"
import { POST as rewards } from "@/app/api/v1/receipts/rewards/route"
import { openCase } from "@/lib/case"
import type { TipId } from "@/lib/kernel/id"
import { collectCodeOf, decideReward, proposeReward } from "@/lib/reward"
import { acceptTip, claimTip, getTipRecord, listUnderSites } from "@/lib/tip"
import { call } from "@/tests/support/app/call"
import { newBrowser } from "@/tests/support/app/form-browser"
import { submitted } from "@/tests/support/factory"
import { closeCase } from "@/tests/support/listed"
import { as, system } from "@/tests/support/people"
import { rewarding, rewardingCampaign } from "@/tests/support/reward"

/** A report that was accepted for a campaign which offers rewards, with its case. */
const accepted = async (site: string) => {
  await rewardingCampaign()
  const { tipId, receipt } = await submitted({ targets: [`https://${site}/`] })
  await listUnderSites(system(), await getTipRecord(tipId))
  const { version } = await claimTip(as("mei"), { tipId })
  await acceptTip(as("mei"), { tipId, version, campaign: rewarding })
  return { tipId, receipt, caseId: (await openCase(system(), { tipId, campaign: rewarding }))?.caseId ?? "" }
}

describe.each(locales)("claiming a reward on the page of one's report (%s)", (locale) => {
  const t = wordsFor(locale, "follow")

  /** An accepted report, opened in a browser. */
  const following = async (site: string) => {
    const { tipId, caseId, receipt } = await accepted(site)
    const browser = newBrowser(locale)
    await browser.send(`/${locale}/follow`, receipt)
    return { tipId, caseId, browser }
  }

  it("is offered once the case is closed, sent without a name, and answered with the code to collect it by", async () => {
    const { tipId, caseId, browser } = await following(`page-reward-${locale}.example`)
    const form = "form[action$='/follow/reward']"
    expect((await browser.open(`/${locale}/follow`)).document.querySelector(form)).toBeNull()
    await closeCase(caseId)
    const offered = (await browser.open(`/${locale}/follow`)).document.querySelector(form)
    expect(offered?.querySelectorAll("input, textarea")).toHaveLength(0)
    const sent = await browser.landing(await browser.send(`/${locale}/follow/reward`, {}))
    expect(sent.document.querySelector("[role=status]")?.textContent).toBe(t("did.claimed"))
    expect(sent.document.querySelector(form)).toBeNull()
    const wording = "Specific, and key to the case."
    await proposeReward(as("cai"), { tipId, version: 1, class: "third", amount: 12_000, wording })
    await decideReward(as("dan"), { tipId, version: 2 })
    const page = await browser.open(`/${locale}/follow`)
    expect(page.text).toContain(t("reward.awarded", { amount: 12_000, class: t("reward.classes.third") }))
    expect(page.text).toContain(wording)
    expect(page.text).toContain(collectCodeOf(tipId as TipId))
  })

  it("that comes too early is answered with the reason, on the report's page", async () => {
    const { browser } = await following(`early-reward-${locale}.example`)
    const page = await browser.landing(await browser.send(`/${locale}/follow/reward`, {}))
    expect(page.text).toContain(wordsFor(locale, "errors")("reasons.reward-not-offered"))
  })
})

describe("POST /api/v1/receipts/rewards", () => {
  it("claims once with the receipt, and answers with how the claim stands", async () => {
    const { tipId, caseId, receipt } = await accepted("api-reward.example")
    const send = (code = receipt.code) =>
      call(rewards, "/api/v1/receipts/rewards", { body: { number: receipt.number, code } })
    expect(await send()).toMatchObject({ status: 409 })
    await closeCase(caseId)
    expect((await send("0000-0000-0000-0000")).status).toBe(404)
    for (const _ of [1, 2]) expect(await send()).toMatchObject({ status: 200, json: { is: "examined" } })
    await proposeReward(as("cai"), {
      tipId,
      version: 1,
      class: "none",
      wording: "Known from another source before.",
    })
    await decideReward(as("dan"), { tipId, version: 2 })
    const { json } = await send()
    expect(RewardAnswer.parse(json)).toEqual({ is: "refused", wording: "Known from another source before." })
  })
})
