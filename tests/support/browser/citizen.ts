import type { Page } from "playwright-core"
import sharp from "sharp"
import { type Locale, wordsFor } from "@/app/_words"
import type { Step } from "@/app/[locale]/report/steps"
import { demands } from "@/lib/limits/limits"
import { untilShown } from "./visit"

export type Keys = { readonly number: string; readonly code: string }

const screenshot = () =>
  sharp({ create: { width: 320, height: 200, channels: 3, background: "#24527a" } })
    .png()
    .toBuffer()

/** Answers every question of the report; ends where all answers are checked. */
export const fillReport = async (
  page: Page,
  site: string,
  locale: Locale,
  target: string,
  { hasFiles = "yes" }: { readonly hasFiles?: "yes" | "no" } = {},
) => {
  const t = wordsFor(locale, "report")
  const choice = wordsFor(locale, "choices")
  const goOn = () => page.getByRole("button", { name: t("continue"), exact: true }).click()
  const question = (step: Step) => page.getByRole("heading", { name: t(`steps.${step}`) }).waitFor()
  await page.goto(`${site}/${locale}/report`)
  await page.getByRole("link", { name: t("start"), exact: true }).click()
  await question("kind")
  await page.getByLabel(choice("categories.film-tv")).check()
  await goOn()
  await question("where")
  await page.getByLabel(t("fields.targets")).fill(target)
  await goOn()
  await question("work")
  await page.getByLabel(t("fields.work")).fill("A film")
  await goOn()
  await question("money")
  await page.getByLabel(choice("earnings.ads")).check()
  await goOn()
  await question("description")
  await page.getByLabel(t("fields.description")).fill("The whole film can be watched here without paying.")
  await goOn()
  await question("files")
  await page.getByLabel(t(hasFiles), { exact: true }).check()
  await goOn()
  await question("contact")
  await goOn()
  await page.getByRole("heading", { name: t("check.title") }).waitFor()
}

/** Fills in the report and sends it; ends at the step of the files. */
export const report = async (page: Page, site: string, locale: Locale, target: string) => {
  await fillReport(page, site, locale, target)
  await sendReport(page, locale)
}

/** Sends what was filled in; ends at the step of the files, or at the receipt of who has none. */
export const sendReport = async (page: Page, locale: Locale) => {
  const [button, files, receipt, hurried] = [
    page.getByRole("button", { name: wordsFor(locale, "report")("submit"), exact: true }),
    page.getByRole("heading", { name: wordsFor(locale, "evidence")("title") }),
    page.getByRole("heading", { name: wordsFor(locale, "report")("receipt.title") }),
    page.getByText(wordsFor(locale, "errors")("reasons.form-too-fast")),
  ]
  const saved = files.or(receipt).first()
  await button.click()
  await saved.or(hurried).first().waitFor()
  if (!(await hurried.isVisible())) return
  // Without script, nobody reads the answers over as fast as a test does.
  await page.waitForTimeout(demands.calm.formSeconds * 1000)
  await button.click()
  await saved.waitFor()
}

/** Adds a screenshot, by the script's choice of files or by the plain form, and waits until it is sealed. */
export const addScreenshot = async (page: Page, locale: Locale, script: boolean) => {
  const t = wordsFor(locale, "evidence")
  const file = { name: "screen.png", mimeType: "image/png", buffer: await screenshot() }
  if (script) {
    const choice = page.getByLabel(t("chooseMany"))
    await choice.waitFor()
    await choice.setInputFiles(file)
    const sent = page.getByText(t("uploading.of", { name: file.name, text: t("uploading.sent") }))
    await sent
      .or(page.getByText(t("states.verified")))
      .or(page.getByText(t("states.checking")))
      .first()
      .waitFor()
  } else {
    await page.locator("input[name=file]").setInputFiles(file)
    await page.getByRole("button", { name: t("send") }).click()
    const frame = page.frameLocator("iframe[name=sending]")
    await frame.getByText(t("sending.arrived")).waitFor()
    await frame.getByText(t("sending.look")).click()
    await page.getByText(t("arrived")).waitFor()
  }
  await untilShown(page, () => page.getByText(t("states.verified")).first().isVisible())
}

/** Goes on to the receipt and writes down its keys. */
export const keepReceipt = async (page: Page, locale: Locale): Promise<Keys> => {
  const t = wordsFor(locale, "report")
  const files = page.getByText(wordsFor(locale, "evidence")("next"), { exact: true })
  if (await files.isVisible()) await files.click()
  await page.getByRole("heading", { name: t("receipt.title") }).waitFor()
  const [number = "", code = ""] = await page.locator("code.portal-key").allInnerTexts()
  await page.getByRole("button", { name: t("receipt.kept") }).click()
  await page.getByRole("heading", { name: t("done.title") }).waitFor()
  return { number, code }
}

/** Opens one's own report with its keys. */
export const follow = async (page: Page, site: string, locale: Locale, keys: Keys) => {
  const t = wordsFor(locale, "follow")
  await page.goto(`${site}/${locale}/follow`)
  await page.getByLabel(t("number")).fill(keys.number)
  await page.getByLabel(t("code")).fill(keys.code)
  await page.getByRole("button", { name: t("open") }).click()
  await page.getByText(t("steps.received")).waitFor()
}
