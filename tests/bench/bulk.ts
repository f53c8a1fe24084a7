import { type Bench, megabytes, number, ratio } from "@/tests/support/bench/bench"
import { forgetPeak, peakBytes, residentBytes } from "@/tests/support/bench/memory"
import { elapsed } from "@/tests/support/bench/time"
import { ownPortal } from "@/tests/support/portal/own-portal"

const batchRows = 10_000
const singleRows = 2_000
const clients = 16

export const bench: Bench = async (show) => {
  const portal = await ownPortal("bench")
  const { aHolder, aReport } = await import("@/tests/support/holder")
  const { key } = await aHolder("bench-films")
  const site = portal.pids().site

  const send = async (body: string) => {
    const response = await fetch(`${portal.siteUrl}/api/v1/tips:bulk`, {
      method: "POST",
      headers: { "content-type": "application/x-ndjson", authorization: `Bearer ${key}` },
      body,
    })
    const answers = (await response.text()).trim().split("\n")
    return Map.groupBy(answers, (line) => JSON.parse(line).status)
  }
  const row = (what: string, rows: number, ms: number, statuses: string, bytes: number | undefined) => ({
    "one client's reports": what,
    "rows per second": number((rows / ms) * 1000),
    answers: statuses,
    "memory MB more": bytes === undefined ? "" : megabytes(bytes),
  })
  const measured = async (what: string, body: string) => {
    forgetPeak(site)
    const before = residentBytes(site)
    const { result, ms } = await elapsed(() => send(body))
    const statuses = [...result].map(([status, lines]) => `${lines.length} ${status}`).join(", ")
    return { ms, row: row(what, batchRows, ms, statuses, peakBytes(site) - before) }
  }

  const body = Array.from({ length: batchRows }, (_, at) => JSON.stringify(aReport(`row-${at}`))).join("\n")
  const first = await measured("POST /api/v1/tips:bulk, 10,000 rows", body)
  const again = await measured("the same batch again", body)

  // One after the other in each of as many lanes as a batch has rows at work.
  const { reference: _, ...tip } = aReport("single")
  const lane = async (which: number) => {
    for (let at = 0; at < singleRows / clients; at++) {
      // Each about a site of its own: many about one are taken for an attack (docs/decisions/0022).
      const targets = [`https://films-${which}-${at}.example/`]
      const response = await fetch(`${portal.siteUrl}/api/v1/tips`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ ...tip, targets }),
      })
      if (!response.ok) throw new Error(`A single tip was answered ${response.status}`)
      await response.arrayBuffer()
    }
  }
  const single = await elapsed(() => Promise.all(Array.from({ length: clients }, (_, at) => lane(at))))
  const perRow = (ms: number, rows: number) => rows / ms
  show({
    title: "Bulk: a batch of 10,000 reports, beside as many single ones as it has rows at work",
    rows: [
      first.row,
      again.row,
      row(`POST /api/v1/tips, ${clients} at once`, singleRows, single.ms, `${singleRows} created`, undefined),
    ],
    note: `A row in a batch beside a single tip: ${ratio(perRow(first.ms, batchRows), perRow(single.ms, singleRows))} as many a second.`,
  })
  await portal.stop()
}
