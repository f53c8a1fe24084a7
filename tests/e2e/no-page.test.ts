import type { Browser } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { wordsFor } from "@/app/_words"
import { launchBrowser } from "@/tests/support/browser/launch"
import { signedIn } from "@/tests/support/browser/staff"
import { portal } from "@/tests/support/portal/portal"

let browser: Browser
let site: string

beforeAll(async () => {
  site = (await portal()).siteUrl
  browser = await launchBrowser()
})

afterAll(() => browser.close())

const refused = { path: "/ledger", status: 403, why: "forbidden" } as const
const missing = { path: "/tips/tip_00000000000000000000000000", status: 404, why: "notFound" } as const
const nowhere = { path: "/nothing/here", status: 404, why: "notFound" } as const

const visits = (["zh", "en"] as const).flatMap((locale) =>
  [refused, missing, nowhere].flatMap((address) =>
    [true, false].map((script) => ({ locale, script, ...address })),
  ),
)

it.each(visits)(
  "says why there is no page: $path, $status, $locale, script: $script",
  async ({ locale, script, path, status, why }) => {
    const page = await signedIn(browser, site, { locale, size: "desktop", script }, "moderator-1")
    const answer = await page.goto(`${site}/admin${path}`)
    const t = wordsFor(locale, "console")
    expect(answer?.status()).toBe(status)
    await page.getByText(t(`${why}.detail`)).waitFor()
    expect(await page.getByRole("heading", { level: 1 }).allInnerTexts()).toEqual([t(`${why}.title`)])
    await page.getByRole("link", { name: t("home") }).click()
    await page.getByRole("heading", { level: 1, name: t("sections.queue") }).waitFor()
    await page.context().close()
  },
)
