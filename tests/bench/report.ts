import type { Browser, Page } from "playwright-core"
import { type Bench, number } from "@/tests/support/bench/bench"
import { elapsed } from "@/tests/support/bench/time"
import { keepReceipt, report } from "@/tests/support/browser/citizen"
import { launchBrowser } from "@/tests/support/browser/launch"
import { comeBy, type Visit } from "@/tests/support/browser/visit"
import { ownPortal } from "@/tests/support/portal/own-portal"

/** Counts what a page receives, headers and redirects included, as the browser itself counts it. */
const received = async (page: Page) => {
  const counted = { bytes: 0, requests: 0 }
  const session = await page.context().newCDPSession(page)
  const add = (bytes: number) => {
    counted.bytes += bytes
    counted.requests += 1
  }
  session.on("Network.loadingFinished", ({ encodedDataLength }) => add(encodedDataLength))
  session.on("Network.requestWillBeSent", ({ redirectResponse }) => {
    if (redirectResponse) add(redirectResponse.encodedDataLength)
  })
  await session.send("Network.enable")
  return counted
}

const reportTwice = async (browser: Browser, siteUrl: string, visit: Visit) => {
  const page = await (await comeBy(browser, visit)).newPage()
  const rows = []
  for (const time of ["first", "second, styles kept"]) {
    const counted = await received(page)
    const { ms } = await elapsed(async () => {
      await report(page, siteUrl, visit.locale, "https://films.bench.example/watch/1")
      await keepReceipt(page, visit.locale)
    })
    rows.push({
      language: visit.locale,
      JavaScript: visit.script ? "yes" : "no",
      report: time,
      "kB received": number(counted.bytes / 1_000, 1),
      requests: counted.requests,
      "ms, by a robot": number(ms),
    })
    await page.goto("about:blank")
  }
  return rows
}

export const bench: Bench = async (show) => {
  const portal = await ownPortal("bench")
  const browser = await launchBrowser()
  const rows = []
  for (const locale of ["zh", "en"] as const)
    for (const script of [false, true])
      rows.push(...(await reportTwice(browser, portal.siteUrl, { locale, size: "phone", script })))
  show({
    title: "Report: from its first page over every question to the receipt that was kept",
    rows,
    note: "1 kB is 1,000 bytes received, headers and redirects counted. The second report is the baseline: what is not kept.",
  })
  await browser.close()
  await portal.stop()
}
