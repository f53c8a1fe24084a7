import { describe, expect, it } from "vitest"
import { locales, wordsFor } from "@/app/_words"
import { openCase } from "@/lib/case"
import type { TipId } from "@/lib/kernel/id"
import { collectCodeOf, decideReward, proposeReward } from "@/lib/reward"
import { acceptTip, claimTip, listUnderSites } from "@/lib/tip"
import { newBrowser } from "@/tests/support/app/form-browser"
import { submitted } from "@/tests/support/factory"
import { closeCase } from "@/tests/support/listed"
import { as, system } from "@/tests/support/people"
import { rewarding, rewardingCampaign } from "@/tests/support/reward"

describe.each(locales)("claiming a reward on the page of one's report (%s)", (locale) => {
  const t = wordsFor(locale, "follow")

  /** A report whose case was closed, opened in a browser. */
  const following = async (site: string) => {
    await rewardingCampaign()
    const { tipId, receipt } = await submitted({ targets: [`https://${site}/`] })
    await listUnderSites(system(), { tipId })
    const { version } = await claimTip(as("mei"), { tipId })
    await acceptTip(as("mei"), { tipId, version, campaign: rewarding })
    const browser = newBrowser(locale)
    await browser.send(`/${locale}/follow`, receipt)
    const caseId = (await openCase(system(), { tipId, campaign: rewarding })) ?? ""
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
