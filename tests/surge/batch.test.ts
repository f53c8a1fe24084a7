import { expect, it } from "vitest"
import { listReports } from "@/lib/right-holder"
import { ndjson, postBatch, type RowAnswer } from "@/tests/support/app/send-batch"
import { aHolder, aReport } from "@/tests/support/holder"

const rows = 10_000
const isMalformed = (at: number) => at % 20 === 7
/** Each tenth row is one that came before. */
const sourceOf = (at: number) => (at % 10 === 3 && at > 10 ? at - 2 : at)

const batch = async function* () {
  for (let at = 0; at < rows; at++)
    yield isMalformed(at) ? "{nothing\n" : `${JSON.stringify(aReport(`surge-${sourceOf(at)}`))}\n`
}

/** The answers as they come, none of them kept by the stream. */
async function* answersOf(response: Response): AsyncGenerator<RowAnswer> {
  const decoder = new TextDecoder()
  let left = ""
  for await (const chunk of response.body ?? []) {
    const lines = (left + decoder.decode(chunk, { stream: true })).split("\n")
    left = lines.pop() ?? ""
    for (const line of lines) yield JSON.parse(line)
  }
}

it("takes 10,000 rows, 5 % of them malformed and 10 % sent twice, none lost, none twice, in bounded memory", {
  timeout: 400_000,
}, async () => {
  const { key, holder } = await aHolder("surge-films")
  const counts = { created: 0, exists: 0, invalid: 0, failed: 0 }
  const created = new Set<string>()
  const before = process.memoryUsage().rss
  let peak = before
  let expected = 1
  for await (const { row, status, tipId, errors } of answersOf(await postBatch(key, batch(), ndjson))) {
    expect(row).toBe(expected++)
    counts[status] += 1
    if (status === "created" && tipId) created.add(tipId)
    if (status === "invalid") expect(errors?.[0]?.rule).toBe("row-malformed")
    if (row % 500 === 0) peak = Math.max(peak, process.memoryUsage().rss)
  }
  const all = Array.from({ length: rows }, (_, at) => at).filter((at) => !isMalformed(at))
  const different = new Set(all.map(sourceOf)).size
  expect(counts).toEqual({
    created: different,
    exists: all.length - different,
    invalid: rows - all.length,
    failed: 0,
  })
  expect(created.size).toBe(different)
  expect(peak - before).toBeLessThan(400 * 1024 ** 2)

  const kept = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await listReports(holder, { rowsMax: 250, ...(cursor ? { cursor } : {}) })
    for (const { tipId } of page.rows) kept.add(tipId)
    cursor = page.next
  } while (cursor)
  expect(kept).toEqual(created)
})

it("answers the rows of a batch that is too long up to its ten-thousandth, and says where to go on", {
  timeout: 120_000,
}, async () => {
  const { key } = await aHolder("endless-films")
  const endless = async function* () {
    for (;;) yield "{}\n".repeat(1_000)
  }
  let last: RowAnswer | undefined
  for await (const row of answersOf(await postBatch(key, endless(), ndjson))) last = row
  expect(last).toMatchObject({ row: 10_001, status: "invalid", errors: [{ rule: "batch-too-long" }] })
})
