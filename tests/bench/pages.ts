import { parseHTML } from "linkedom"
import { z } from "zod"
import { type Bench, number, ratio } from "@/tests/support/bench/bench"
import { elapsed } from "@/tests/support/bench/time"
import { type Answer, fetchCounted } from "@/tests/support/bench/wire"
import { ownPortal } from "@/tests/support/portal/own-portal"

const Campaigns = z.object({ campaigns: z.array(z.object({ slug: z.string() })) })
const Notices = z.object({ notices: z.array(z.object({ slug: z.string() })) })

const pathsOf = async (siteUrl: string) => {
  const read = async (path: string) => (await fetch(siteUrl + path)).json()
  const { campaigns } = Campaigns.parse(await read("/api/v1/campaigns"))
  const { notices } = Notices.parse(await read("/api/v1/notices"))
  const fixed = [
    "",
    "/campaigns",
    "/notices",
    "/report",
    "/follow",
    "/open-data",
    "/privacy",
    "/accessibility",
  ]
  return [
    ...fixed,
    ...campaigns.slice(0, 1).map(({ slug }) => `/campaigns/${slug}`),
    ...notices.slice(0, 1).map(({ slug }) => `/notices/${slug}`),
  ]
}

/** What a browser fetches for a page besides the page itself. */
const partsOf = (html: string, pageUrl: string) => {
  const { document } = parseHTML(html)
  const addresses = (selector: string, attribute: string) =>
    [...document.querySelectorAll(selector)].flatMap((element) => {
      const given = element.getAttribute(attribute)
      return given && !given.startsWith("data:") ? [new URL(given, pageUrl).href] : []
    })
  return {
    styles: addresses('link[rel="stylesheet"]', "href"),
    scripts: document.querySelectorAll("script").length,
    others: [
      ...addresses("script[src]", "src"),
      ...addresses("img[src]", "src"),
      ...addresses('link[rel~="icon"]', "href"),
    ],
  }
}

const scriptPolicy = (policy: string) => {
  const directives = policy.split(";").map((one) => one.trim())
  const named = (name: string) => directives.find((one) => one.startsWith(`${name} `))
  return named("script-src") ?? named("default-src") ?? "not stated"
}

const kilobytes = (answers: readonly Answer[]) =>
  number(answers.reduce((all, { bytes }) => all + bytes, 0) / 1_000, 1)

const visits = { warmup: 10, measured: 50 }

/** From the request to the last byte, one visitor after the other. */
const visitMs = async (url: string) => {
  const visit = async () => (await fetch(url)).arrayBuffer()
  for (let i = 0; i < visits.warmup; i += 1) await visit()
  const took: number[] = []
  for (let i = 0; i < visits.measured; i += 1) took.push((await elapsed(visit)).ms)
  const sorted = took.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95) }
}

const timesOf = async (siteUrl: string, paths: readonly string[]) => {
  const baseline = await visitMs(`${siteUrl}/api/health`)
  const rows = []
  for (const path of paths) {
    const { p50, p95 } = await visitMs(`${siteUrl}/zh${path}`)
    rows.push({
      page: `/zh${path}`,
      "p50 ms": number(p50, 1),
      "p95 ms": number(p95, 1),
      "p50 of /api/health": ratio(p50, baseline.p50),
    })
  }
  return { rows, baseline }
}

export const bench: Bench = async (show) => {
  const portal = await ownPortal("bench")
  const paths = await pathsOf(portal.siteUrl)
  const { rows: times, baseline } = await timesOf(portal.siteUrl, paths)
  show({
    title: "Pages: from request to last byte, rendered anew each time",
    rows: times,
    note: `/api/health: ${number(baseline.p50, 1)} ms. Aim: 30 ms. CloudFront asks once a minute for each page.`,
  })
  const rows = []
  for (const path of paths)
    for (const locale of ["zh", "en"]) {
      const url = `${portal.siteUrl}/${locale}${path}`
      const page = await fetchCounted(url)
      const { styles, scripts, others } = partsOf(page.text, url)
      const fetchedStyles = await Promise.all(styles.map(fetchCounted))
      const fetchedOthers = await Promise.all(others.map(fetchCounted))
      rows.push({
        page: `/${locale}${path}`,
        status: page.status,
        "HTML kB": kilobytes([page]),
        "CSS kB": kilobytes(fetchedStyles),
        "both kB": kilobytes([page, ...fetchedStyles]),
        "all kB": kilobytes([page, ...fetchedStyles, ...fetchedOthers]),
        requests: 1 + styles.length + others.length,
        scripts,
        encoding: page.encoding,
        "scripts may": scriptPolicy(page.policy),
      })
    }
  show({
    title: "Pages: bytes over the wire at a first visit, as this server compresses them",
    rows,
    note: "1 kB is 1,000 bytes; headers are not counted. Aim: HTML and CSS under 30 kB.",
  })
  await portal.stop()
}
