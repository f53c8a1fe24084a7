import type { BatchId } from "@/lib/kernel/id"
import { type Bench, megabytes, number, ratio } from "@/tests/support/bench/bench"
import { forgetPeak, peakBytes, residentBytes } from "@/tests/support/bench/memory"
import { elapsed, quantile } from "@/tests/support/bench/time"
import { ownPortal } from "@/tests/support/portal/own-portal"

const rowsOfRequest = 1_000
const tableRows = 10_000
const singles = 100
const pauseMs = 100

const pause = (ms: number) => new Promise((go) => setTimeout(go, ms))

export const bench: Bench = async (show) => {
  const portal = await ownPortal("bench")
  const { aHolder, aReport } = await import("@/tests/support/holder")
  const { uploadTable } = await import("@/tests/support/batch")
  const { announceBatch, confirmBatch, getBatch } = await import("@/lib/batch")
  const { key, holder } = await aHolder("bench-films")
  const site = portal.pids().site

  const linesOf = (name: string, rows: number) =>
    Array.from({ length: rows }, (_, at) => JSON.stringify(aReport(`${name}-${at}`))).join("\n")
  const send = async (body: string) => {
    const response = await fetch(`${portal.siteUrl}/api/v1/tips:bulk`, {
      method: "POST",
      headers: { "content-type": "application/x-ndjson", authorization: `Bearer ${key}` },
      body,
    })
    const answers = (await response.text()).trim().split("\n")
    return Map.groupBy(answers, (line) => JSON.parse(line).status)
  }
  const measured = async (what: string, body: string) => {
    forgetPeak(site)
    const before = residentBytes(site)
    const { result, ms } = await elapsed(() => send(body))
    const statuses = [...result].map(([status, lines]) => `${lines.length} ${status}`).join(", ")
    return {
      "one client's reports": what,
      "rows per second": number((rowsOfRequest / ms) * 1000),
      answers: statuses,
      "memory MB more": megabytes(peakBytes(site) - before),
    }
  }
  const body = linesOf("row", rowsOfRequest)
  const requests = [
    await measured("POST /api/v1/tips:bulk, 1,000 rows", body),
    await measured("the same request again", body),
  ]

  const { reference: _, ...tip } = aReport("single")
  let sent = 0
  /** How long single tips take, one after the other, while `until` does not hold. */
  const singleTimes = async (until: () => boolean) => {
    const times: number[] = []
    while (!until() && times.length < singles) {
      // Each about a site of its own: many about one are taken for an attack (docs/decisions/0022).
      const targets = [`https://films-${sent++}.example/`]
      const { result, ms } = await elapsed(() =>
        fetch(`${portal.siteUrl}/api/v1/tips`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ ...tip, targets }),
        }),
      )
      if (!result.ok) throw new Error(`A single tip was answered ${result.status}`)
      await result.arrayBuffer()
      times.push(ms)
      await pause(pauseMs)
    }
    return times
  }
  const alone = await singleTimes(() => false)

  const { batchId } = await announceBatch(holder, {})
  await uploadTable(holder, batchId, linesOf("table", tableRows))
  const reaches = async (state: string) => {
    while ((await getBatch(holder, { batchId: batchId as BatchId })).state !== state) await pause(pauseMs)
  }
  const trial = await elapsed(() => reaches("checked"))
  await confirmBatch(holder, { batchId })
  let isSent = false
  const sending = elapsed(() => reaches("sent")).finally(() => {
    isSent = true
  })
  const beside = await singleTimes(() => isSent)
  const row = (what: string, ms: number) => ({
    "one client's reports": what,
    "rows per second": number((tableRows / ms) * 1000),
    answers: `${number(ms / 1000, 1)} s`,
    "memory MB more": "",
  })
  show({
    title: "Bulk: a request of 1,000 rows, and a table of 10,000 rows in the background",
    rows: [...requests, row("trial run of a table", trial.ms), row("the table sent", (await sending).ms)],
    note: `A single tip meanwhile: p50 ${number(quantile(beside, 0.5), 1)} ms, ${ratio(quantile(beside, 0.5), quantile(alone, 0.5))} of ${number(quantile(alone, 0.5), 1)} ms alone.`,
  })
  await portal.stop()
}
