import type { Page } from "playwright-core"
import { demands, levels, tryCost } from "@/lib/abuse/level"
import { launchBrowser } from "@/tests/support/browser"
import { ownPortal } from "@/tests/support/own-portal"
import { type Bench, number, ratio } from "./support/bench"
import { quantile } from "./support/time"

const times = 15
const slowdown = 6
const secondsMax = 3

/** One challenge asked for and solved, as the form's own module does it: milliseconds in the worker, and its tries. */
const solveOnce = (page: Page) =>
  page.evaluate(async () => {
    const asked = await fetch("/api/v1/challenges", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ idempotencyKey: crypto.randomUUID() }),
    })
    const { challenge } = await asked.json()
    const start = performance.now()
    const worker = new Worker("/assets/proof-worker.js", { type: "module" })
    const solution = await new Promise<{ counter: number }>((resolve) => {
      worker.onmessage = ({ data }) => resolve(data)
      worker.postMessage(challenge)
    })
    worker.terminate()
    return { ms: performance.now() - start, tries: solution.counter + 1 }
  })

/** The baseline: one try's hash by itself, and a loop of plain script, both in the page's own thread. */
const baseline = (page: Page) =>
  page.evaluate(async (iterations) => {
    const password = await crypto.subtle.importKey("raw", new Uint8Array(20), "PBKDF2", false, ["deriveBits"])
    const way = { name: "PBKDF2", hash: "SHA-256", salt: new Uint8Array(16), iterations }
    const start = performance.now()
    for (let at = 0; at < 100; at++) await crypto.subtle.deriveBits(way, password, 256)
    const hashed = performance.now()
    let sum = 0
    for (let at = 0; at < 5e7; at++) sum = (sum + at) | 0
    return { hashMs: (hashed - start) / 100, loopMs: performance.now() - hashed + Math.min(0, sum) * 0 }
  }, tryCost)

const measured = async (page: Page) => {
  const base = await baseline(page)
  const solved = []
  for (let at = 0; at < times; at++) solved.push(await solveOnce(page))
  const tries = solved.reduce((all, one) => all + one.tries, 0)
  const msOfTry = solved.reduce((all, { ms }) => all + ms, 0) / tries
  return {
    ...base,
    msOfTry,
    p50: quantile(
      solved.map(({ ms }) => ms),
      0.5,
    ),
  }
}

export const bench: Bench = async (show) => {
  const portal = await ownPortal("bench")
  const browser = await launchBrowser()
  const page = await browser.newPage()
  await page.goto(`${portal.siteUrl}/en/report`)
  const cdp = await page.context().newCDPSession(page)
  const plain = await measured(page)
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown })
  const slow = await measured(page)
  await browser.close()
  await portal.stop()

  show({
    title: "Proof of work: one solution in a worker of a real browser, beside its hash alone",
    rows: [["this machine", plain] as const, [`Chromium's slowdown of ${slowdown}`, slow] as const].map(
      ([where, { p50, msOfTry, hashMs, loopMs }]) => ({
        where,
        "p50 ms": number(p50),
        "ms a try": number(msOfTry, 2),
        "ms a hash (baseline)": number(hashMs, 2),
        ratio: ratio(msOfTry, hashMs),
        "ms of plain script": number(loopMs),
      }),
    ),
    note: `Where the slowdown raises the plain script alone, it does not reach workers and hashes: then the next table, by multiplication, says what a slow phone needs.`,
  })
  show({
    title: `Proof of work on a phone ${slowdown} times slower, by multiplication; aim at calm load: ${secondsMax} s`,
    rows: levels.map((level) => {
      const [min, max] = demands[level].tries
      const seconds = (tries: number) => number((tries * plain.msOfTry * slowdown) / 1_000, 2)
      return { level, "least s": seconds(min), "middle s": seconds((min + max) / 2), "most s": seconds(max) }
    }),
  })
}
