import { expect, it } from "vitest"
import { announceBatch, batchResults, confirmBatch, getBatch } from "@/lib/batch"
import { listReports } from "@/lib/right-holder"
import { sendBatch } from "@/tests/support/app/send-batch"
import { uploadTable } from "@/tests/support/batch"
import { forgetPeak, peakBytes, residentBytes } from "@/tests/support/bench/memory"
import { settles } from "@/tests/support/crash/persist"
import { gbk } from "@/tests/support/gbk"
import { aHolder, aReport } from "@/tests/support/holder"
import { portal } from "@/tests/support/portal/portal"

const { siteUrl, pids } = await portal()
const rows = Number(process.env.SURGE_ROWS ?? 10_000)
const minutesMax = 5
const isMalformed = (at: number) => at % 20 === 7
/** Each tenth row is one that came before. */
const sourceOf = (at: number) => (at % 10 === 3 && at > 10 ? at - 2 : at)

const line = (at: number) => {
  const number = sourceOf(at)
  return isMalformed(at)
    ? `坏行-${at};影视`
    : `表-${number};影视;https://films-${number}.example/观看;整部影片可以免费观看，${number}。`
}

it(`takes a table of ${rows} rows in GBK with semicolons in the background, none lost, none twice, in bounded memory, while single tips get in`, {
  timeout: minutesMax * 60_000,
}, async () => {
  const { holder } = await aHolder("surge-films")
  const table = gbk(
    ["参考号;类别;网址;说明", ...Array.from({ length: rows }, (_, at) => line(at))].join("\r\n"),
  )
  const { batchId } = await announceBatch(holder, {})
  await uploadTable(holder, batchId, table, "万行.csv")
  const comes = (state: string) =>
    settles(async () => (await getBatch(holder, { batchId })).state === state, minutesMax * 60)

  await comes("checked")
  const all = Array.from({ length: rows }, (_, at) => at).filter((at) => !isMalformed(at))
  const created = new Set(all.map(sourceOf)).size
  const counts = { created, exists: all.length - created, invalid: rows - all.length }
  expect(await getBatch(holder, { batchId })).toMatchObject({ checked: counts, rowsDone: rows })

  const pump = pids().pump ?? 0
  forgetPeak(pump)
  const before = residentBytes(pump)
  await confirmBatch(holder, { batchId })
  let singles = 0
  const sent = comes("sent").then(() => true)
  const { reference: _, ...tip } = aReport("single")
  while (!(await Promise.race([sent, new Promise((go) => setTimeout(go, 500))]))) {
    const response = await fetch(`${siteUrl}/api/v1/tips`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...tip, targets: [`https://single-${singles}.example/`] }),
    })
    expect(response.status).toBe(201)
    singles += 1
  }
  expect(singles).toBeGreaterThan(3)
  expect(await getBatch(holder, { batchId })).toMatchObject({ sent: counts, rowsDone: rows })

  expect(peakBytes(pump) - before).toBeLessThan(400 * 1024 ** 2)

  const { pieces } = await batchResults(holder, { batchId })
  const results = (await Array.fromAsync(pieces)).flat()
  expect(results.map(({ row }) => row)).toEqual(Array.from({ length: rows }, (_, at) => at + 1))
  for (const result of results)
    if (result.status === "invalid") expect(result.issues[0]?.rule).toBe("row-columns")
  const made = new Set(results.flatMap((row) => (row.status === "created" ? [row.tipId] : [])))
  expect(made.size).toBe(created)
  const kept = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await listReports(holder, { rowsMax: 250, ...(cursor ? { cursor } : {}) })
    for (const { tipId } of page.rows) kept.add(tipId)
    cursor = page.next
  } while (cursor)
  expect(kept).toEqual(made)
})

it("answers the rows of a request that is too long up to its thousandth, and says where to go on", async () => {
  const { key } = await aHolder("long-films")
  const { answers } = await sendBatch(key, "{}\n".repeat(1_500))
  expect(answers).toHaveLength(1_001)
  expect(answers.at(-1)).toMatchObject({
    row: 1_001,
    status: "invalid",
    errors: [{ rule: "batch-too-long" }],
  })
})
