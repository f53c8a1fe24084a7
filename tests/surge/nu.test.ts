// The Nu validator, where Java is found: what html-validate does not know, it does.
import { execFile, execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, it } from "vitest"
import { seed } from "@/infra/local/content"
import { newBrowser } from "@/tests/support/app/form-browser"
import { refusedForms } from "@/tests/support/app/public-forms"
import { publicRoutes, withFigures } from "@/tests/support/browser/routes"
import { campaignWithFigures } from "@/tests/support/figures"

const hasJava = () => {
  try {
    execFileSync("java", ["-version"], { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}

/** Each page of the public, and each form as it comes back with an error. */
const documents = async (locale: "zh" | "en"): Promise<Record<string, string>> => {
  const found: Record<string, string> = {}
  for (const path of Object.values(publicRoutes).flat()) {
    const { text } = await newBrowser(locale).open(`/${locale}${path}`)
    if (text) found[path] = text
  }
  for (const form of Object.values(refusedForms).flat()) {
    const browser = (await form.state?.(locale)) ?? newBrowser(locale)
    const answer = await browser.send(`/${locale}${form.path}`, form.typed)
    if (answer.status === 303) found[`${form.path} with an error`] = (await browser.landing(answer)).text
  }
  return found
}

const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar")

/** What the validator complains of, with the name of the document. */
const faultsIn = async (pages: readonly (readonly [name: string, html: string])[]): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), "nu-"))
  for (const [at, [, html]] of pages.entries()) writeFileSync(join(folder, `${at}.html`), html)
  const { stderr } = await promisify(execFile)(
    "java",
    ["-jar", jar, "--format", "json", "--exit-zero-always", folder],
    { maxBuffer: 64 * 1024 ** 2 },
  )
  rmSync(folder, { recursive: true })
  const { messages } = JSON.parse(stderr) as {
    messages: { type: string; url: string; message: string; extract?: string }[]
  }
  return messages
    .filter(({ type }) => type === "error")
    .map(({ url, message, extract }) => {
      const at = Number(/(\d+)\.html$/.exec(url)?.[1])
      return `${pages[at]?.[0]}: ${message} ${extract ?? ""}`
    })
}

it.skipIf(!hasJava())("finds a fault where there is one", { timeout: 60_000 }, async () => {
  const html =
    '<!doctype html><html lang="en"><head><title>A</title></head><body><ul><p>A</p></ul></body></html>'
  expect(await faultsIn([["a list", html]])).toEqual([expect.stringContaining("a list: Element")])
})

it.skipIf(!hasJava()).each(["zh", "en"] as const)(
  "finds no fault in any page or refused form in %s",
  { timeout: 120_000 },
  async (locale) => {
    await seed()
    await campaignWithFigures(withFigures)
    const pages = Object.entries(await documents(locale))
    expect(pages.length).toBeGreaterThan(40)
    expect(await faultsIn(pages)).toEqual([])
  },
)
