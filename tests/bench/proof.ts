import type { BrowserContext, Page } from "playwright-core"
import { demands, levels, tryCost } from "@/lib/limits/limits"
import { type Bench, number, ratio } from "@/tests/support/bench/bench"
import { slowDown } from "@/tests/support/bench/slow-down"
import { quantile } from "@/tests/support/bench/time"
import { launchBrowserGroup } from "@/tests/support/browser/launch"
import { ownPortal } from "@/tests/support/portal/own-portal"

const times = 15
const slowdown = 6
const secondsMax = 3

/** The answers of a report, by their step: what the last page needs to be shown. */
const answers = {
  kind: { category: "music" },
  where: { targets: "https://songs.example/" },
  description: { description: "All songs can be heard here." },
  files: { hasFiles: "no" },
}

const fillIn = async (context: BrowserContext, site: string) => {
  for (const [step, form] of Object.entries(answers))
    await context.request.post(`${site}/en/report/${step}`, { form })
}

/** Opens the page from which a report is sent. @returns the milliseconds until its work is done */
const openOnce = async (page: Page, site: string) => {
  await page.goto(`${site}/en/report/check`, { waitUntil: "commit" })
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const timer = setInterval(() => {
          const { value } = document.querySelector<HTMLInputElement>("input[name=proof]") ?? {}
          if (!value) return
          clearInterval(timer)
          resolve(performance.now())
        }, 10)
      }),
  )
}

/** The baseline: the hash of one try by itself, in the page's own thread. */
const hashMs = (page: Page) =>
  page.evaluate(async (iterations) => {
    const password = await crypto.subtle.importKey("raw", new Uint8Array(20), "PBKDF2", false, ["deriveBits"])
    const way = { name: "PBKDF2", hash: "SHA-256", salt: new Uint8Array(16), iterations }
    const start = performance.now()
    for (let at = 0; at < 100; at++) await crypto.subtle.deriveBits(way, password, 256)
    return (performance.now() - start) / 100
  }, tryCost)

const measured = async (page: Page, site: string) => {
  await openOnce(page, site)
  const all: number[] = []
  for (let at = 0; at < times; at++) all.push(await openOnce(page, site))
  return {
    p50: quantile(all, 0.5),
    most: Math.max(...all),
    hash: await hashMs(page),
  }
}

export const bench: Bench = async (show) => {
  const portal = await ownPortal("proof")
  const { browser, groupId, close } = await launchBrowserGroup()
  const context = await browser.newContext()
  await fillIn(context, portal.site)
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  const plain = await measured(page, portal.site)
  const atFullSpeed = slowDown(groupId, slowdown)
  const slow = await measured(page, portal.site)
  atFullSpeed()
  await close()
  await portal.stop()

  show({
    title: `Proof of work at calm load, from opening the last page until it is done; aim on the slow one: ${secondsMax} s`,
    rows: [
      ["this machine", plain] as const,
      [`stopped for ${slowdown - 1} of ${slowdown} parts of the time`, slow] as const,
    ].map(([where, { p50, most, hash }]) => ({
      where,
      "p50 ms": number(p50),
      "most ms": number(most),
      "against this machine": ratio(p50, plain.p50),
      "ms a hash (baseline)": number(hash, 2),
      "slower by": ratio(hash, plain.hash),
    })),
  })
  show({
    title: "Proof of work by load, on the slow one: the hashes alone, by multiplication",
    rows: levels.map((level) => {
      const [min, max] = demands[level].tries
      const seconds = (tries: number) => number((tries * slow.hash) / 1_000, 1)
      return { level, "least s": seconds(min), "middle s": seconds((min + max) / 2), "most s": seconds(max) }
    }),
  })
}
