import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { launchBrowser } from "@/tests/support/browser/launch"
import { signedIn } from "@/tests/support/browser/staff"
import { cookieBrowser } from "@/tests/support/cookie-browser"
import { portal } from "@/tests/support/portal/portal"

let browser: Browser
let site: string

beforeAll(async () => {
  site = (await portal()).siteUrl
  browser = await launchBrowser()
})

afterAll(() => browser.close())

/** Where somebody lands who signs in without JavaScript. */
const comes = async (account: string) => {
  const visitor = cookieBrowser()
  const { url, text } = await visitor.submit(await visitor.follow(`${site}/admin`))
  const action = text.match(new RegExp(`action="([^"]+/${account})"`))?.[1] ?? ""
  await visitor.post(new URL(action, url).href, {})
  return visitor.follow(`${site}/admin/people`)
}

it("lets in by an invitation who had no role, and shows it to no one twice", async () => {
  expect((await comes("newcomer")).url).toContain("sign-in")

  const t = wordsFor("zh", "consoleInvitation")
  const visit = { locale: "zh", size: "desktop", script: true } as const
  const page = await signedIn(browser, site, visit, "administrator")
  await page.goto(`${site}/admin/people`)
  const part = page.locator('[aria-labelledby="invitations"]')
  await part.locator("summary").click()
  await part.getByLabel(t("email")).fill("Newcomer@portal.example")
  await part.getByLabel(t("name"), { exact: true }).fill("新到人员")
  await part.getByRole("button", { name: t("invite") }).click()
  await part.getByText(wordsFor("zh", "errors")("rules.required")).first().waitFor()
  expect(await part.getByLabel(t("email")).inputValue()).toBe("Newcomer@portal.example")
  const moderator = wordsFor("zh", "console")("roles.moderator.name")
  await part.getByLabel(moderator, { exact: true }).check()
  await part.getByRole("button", { name: t("invite") }).click()
  await part.getByRole("table").getByText("newcomer@portal.example").waitFor()
  expect(await part.getByRole("link", { name: t("write") }).getAttribute("href")).toMatch(
    /^mailto:newcomer%40portal\.example\?subject=/,
  )

  const landed = await comes("newcomer")
  expect(landed.url).toBe(`${site}/admin/people`)
  expect(landed.text).toContain("<code>newcomer</code>")
  await page.reload()
  expect(await part.getByText("newcomer@portal.example").count()).toBe(0)
  const staff = page
    .locator('[aria-labelledby="colleagues"]')
    .getByRole("row")
    .filter({ hasText: "newcomer" })
  expect(await staff.innerText()).toContain(moderator)
})
