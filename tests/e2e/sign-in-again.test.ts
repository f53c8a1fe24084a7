import { expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { getReferral } from "@/lib/referral"
import { listSessions, personIn, renewSession } from "@/lib/session"
import { launchBrowser } from "@/tests/support/browser/launch"
import { signedIn } from "@/tests/support/browser/staff"
import { aCase, aDraft } from "@/tests/support/case"
import { as, system } from "@/tests/support/people"
import { portal } from "@/tests/support/portal/portal"

/** An account of this test alone: others go on while its sessions grow old. */
const officer = "case-officer-3"

/** Lets it be an hour since the officer signed in. */
const letTimePass = async () => {
  for (const session of await listSessions(as("administrator"), {})) {
    if (session.personId !== officer) continue
    const startedAt = new Date(Date.parse(session.startedAt) - 3_600_000).toISOString()
    await renewSession(system(), { session: { ...session, startedAt }, person: personIn(session) })
  }
}

it("an approval asks for a fresh sign-in, in a tab beside it, and keeps the form", async () => {
  const { siteUrl } = await portal()
  const browser = await launchBrowser()
  const visit = { locale: "zh", size: "desktop", script: true } as const
  const page = await signedIn(browser, siteUrl, visit, officer)
  const ids = await aDraft(await aCase())
  await letTimePass()
  const t = wordsFor("zh", "consoleCase")
  await page.goto(`${siteUrl}/admin/referrals/${ids.caseId}/${ids.referralId}`)
  await page.getByRole("button", { name: t("approve"), exact: true }).click()
  await page.getByText(wordsFor("zh", "errors")("reasons.sign-in-again")).waitFor()
  expect((await getReferral(as("cai"), ids)).referral.status).toBe("draft")

  const [beside] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: wordsFor("zh", "console")("form.signInAgain") }).click(),
  ])
  await beside.getByRole("button", { name: wordsFor("zh", "console")("signIn.go") }).click()
  await beside.getByRole("button", { name: new RegExp(`${officer}@`) }).click()
  await beside.waitForURL(/\/admin\/cases/)
  await beside.close()

  await page.getByRole("button", { name: t("approve"), exact: true }).click()
  await page
    .locator(".head")
    .getByText(t("referralStatus.approved"))
    .or(page.locator(".head").getByText(t("referralStatus.delivered")))
    .waitFor()
  await browser.close()
})
