import { describe, expect, it } from "vitest"
import { announceBatch, batchResults, confirmBatch, getBatch, listBatches, orderBatch } from "@/lib/batch"
import { findReport, listKeys, listReports, revokeKey, submitReport } from "@/lib/right-holder"
import { findObject } from "@/lib/store/objects/read"
import { putObject } from "@/lib/store/objects/write"
import { checkedTable, orderOf, runArrived, sendChecked, uploadTable } from "@/tests/support/batch"
import { aHolder, aReport } from "@/tests/support/holder"
import { as } from "@/tests/support/people"

const head = "参考号;类别;网址;作品;说明"
const line = (reference: string, url = `https://films.example/${reference}`) =>
  `${reference};影视;${url};一部电影;整部影片可以免费观看。`
const tableOf = (...lines: readonly string[]) => [head, ...lines].join("\r\n")

const resultsOf = async (holder: Awaited<ReturnType<typeof aHolder>>["holder"], batchId: never) => {
  const { run, pieces } = await batchResults(holder, { batchId })
  return { run, lines: (await Array.fromAsync(pieces)).flat() }
}

describe("a trial run", () => {
  it("says of each row what would become of it, and stores no report", async () => {
    const { holder } = await aHolder("trial-films")
    await submitReport(holder, aReport("known"))
    const { batchId, batch } = await checkedTable(
      holder,
      [
        ...["new", "new", "private"].map((reference) =>
          JSON.stringify(
            reference === "private"
              ? aReport(reference, { targets: ["http://10.0.0.1/"] })
              : aReport(reference),
          ),
        ),
        JSON.stringify(aReport("known")),
        JSON.stringify(aReport("known", { work: "Another film" })),
        JSON.stringify(aReport("new", { work: "Another film" })),
        "{",
      ].join("\n"),
      "报告 1.jsonl",
    )
    expect(batch).toMatchObject({
      state: "checked",
      fileName: "报告 1.jsonl",
      checked: { created: 1, exists: 2, invalid: 4 },
      rowsDone: 7,
    })
    const { run, lines } = await resultsOf(holder, batchId as never)
    expect(run).toBe("check")
    expect(lines.map(({ row, status }) => [row, status])).toEqual([
      [1, "created"],
      [2, "exists"],
      [3, "invalid"],
      [4, "exists"],
      [5, "invalid"],
      [6, "invalid"],
      [7, "invalid"],
    ])
    expect(
      lines.flatMap((one) => (one.status === "invalid" ? one.issues.map(({ rule }) => rule) : [])),
    ).toEqual(["url-private", "reference-reused", "reference-reused", "row-malformed"])
    expect(lines[0]).toMatchObject({ reference: "new", sites: ["pirate.example"] })
    expect(lines[0]).not.toHaveProperty("receipt")
    expect(await findReport(holder, { reference: "new" })).toBeUndefined()
  })

  it("done twice finds the same", async () => {
    const { holder } = await aHolder("twice-films")
    const { batchId, key, batch } = await checkedTable(holder, tableOf(line("1"), line("2")))
    await runArrived(key)
    expect(await getBatch(holder, { batchId })).toEqual(batch)
  })

  it.each([
    ["a workbook", Buffer.from("PK\u0003\u0004 and more"), "batch-spreadsheet"],
    [
      "bytes of no encoding",
      Buffer.concat([Buffer.from(`${head}\n`), Buffer.from([0xd6, 0xff, 0xff])]),
      "batch-malformed",
    ],
  ])("of %s says from where on it cannot be read", async (_what, bytes, rule) => {
    const { holder } = await aHolder("unread-films")
    const { batch } = await checkedTable(holder, new Uint8Array(bytes))
    expect(batch).toMatchObject({ state: "checked", ends: { row: 1, issue: { rule } }, rowsDone: 0 })
    await expect(confirmBatch(holder, { batchId: batch.batchId })).rejects.toMatchObject({
      reason: "batch-empty",
    })
  })

  it("takes no second file", async () => {
    const { holder } = await aHolder("second-films")
    const { batchId } = await announceBatch(holder, {})
    const first = await uploadTable(holder, batchId, tableOf(line("a")), "first.csv")
    const second = await uploadTable(holder, batchId, tableOf(line("b"), line("c")), "second.csv")
    await runArrived(first)
    await runArrived(second)
    expect(await getBatch(holder, { batchId })).toMatchObject({ fileName: "first.csv", rowsDone: 1 })
    await expect(uploadTable(holder, batchId, "")).rejects.toMatchObject({ reason: "batch-not-checked" })
  })
})

describe("sending", () => {
  it("stores what the trial run found, tells the receipt of each, and counts it once", async () => {
    const { holder, keyId } = await aHolder("sent-films")
    const { batchId } = await checkedTable(
      holder,
      tableOf(line("1"), line("2"), line("1"), line("3", "http://10.0.0.1/")),
    )
    const sent = await sendChecked(holder, batchId)
    expect(sent).toMatchObject({ state: "sent", sent: { created: 2, exists: 1, invalid: 1 } })
    const { run, lines } = await resultsOf(holder, batchId as never)
    expect(run).toBe("send")
    const reports = (await listReports(holder, {})).rows
    expect(lines.flatMap((one) => one.receipt?.number ?? [])).toEqual([
      reports[0]?.number,
      reports[1]?.number,
      reports[0]?.number,
    ])
    const rowsTaken = async () =>
      (await listKeys(as("auditor"), {})).find((one) => one.keyId === keyId)?.rowsTaken
    expect(await rowsTaken()).toBe(2)
    await runArrived(orderOf(sent))
    await confirmBatch(holder, { batchId })
    expect(await getBatch(holder, { batchId })).toEqual(sent)
    expect(await rowsTaken()).toBe(2)
  })

  it("broken off and begun again, says of each row of its own that it was stored", async () => {
    const { holder } = await aHolder("broken-off-films")
    const lines = Array.from({ length: 300 }, (_, at) => line(`row-${at}`))
    const { batchId } = await checkedTable(holder, tableOf(...lines))
    await confirmBatch(holder, { batchId })
    const batch = await getBatch(holder, { batchId })
    // The piece cannot be kept: what stands in its place is no object of the portal's.
    const bucket = process.env.EVIDENCE_BUCKET
    process.env.EVIDENCE_BUCKET = "nowhere"
    await expect(runArrived(orderOf(batch))).rejects.toThrow("broke off")
    process.env.EVIDENCE_BUCKET = bucket
    await Promise.all([runArrived(orderOf(batch)), runArrived(orderOf(batch))])
    await runArrived(orderOf(batch))
    expect(await getBatch(holder, { batchId })).toMatchObject({
      state: "sent",
      sent: { created: 300, exists: 0, invalid: 0 },
    })
    const results = await resultsOf(holder, batchId as never)
    expect(results.lines.map(({ row }) => row)).toEqual(lines.map((_, at) => at + 1))
  })

  it("is ordered by the holder's word alone, and given twice it is one", async () => {
    const { holder } = await aHolder("word-films")
    const { batchId, batch } = await checkedTable(holder, tableOf(line("1")))
    await orderBatch({ ...holder, actor: { kind: "system", name: "react" } }, { batchId })
    expect(await findObject(orderOf(batch))).toBeUndefined()
    await runArrived(orderOf(batch))
    expect(await findReport(holder, { reference: "1" })).toBeUndefined()
    await Promise.all([confirmBatch(holder, { batchId }), confirmBatch(holder, { batchId })])
    await orderBatch({ ...holder, actor: { kind: "system", name: "react" } }, { batchId })
    expect((await findObject(orderOf(batch)))?.body.destroy()).toBeDefined()
  })

  it("stops for a key that was revoked, and for a file that is not what was checked", async () => {
    const revoked = await aHolder("late-films")
    const { batchId } = await checkedTable(revoked.holder, tableOf(line("1")))
    await revokeKey(as("administrator"), { keyId: revoked.keyId, version: 1, reason: "Lost by the holder" })
    expect(await sendChecked(revoked.holder, batchId)).toMatchObject({
      state: "stopped",
      stoppedFor: "key-revoked",
    })
    const { holder } = await aHolder("changed-films")
    const changed = await checkedTable(holder, tableOf(line("1")))
    await putObject(changed.key, Buffer.from(tableOf(line("2"))), "text/csv")
    expect(await sendChecked(holder, changed.batchId)).toMatchObject({
      state: "stopped",
      stoppedFor: "file-changed",
    })
    expect((await listReports(holder, {})).rows).toEqual([])
  })
})

it("is nobody else's: not found for another holder, and refused without the scope", async () => {
  const { holder } = await aHolder("own-films")
  const { batchId } = await announceBatch(holder, {})
  const { holder: other } = await aHolder("other-films")
  const { holder: reading } = await aHolder("reading-films", ["tips:read"])
  for (const [who, error] of [
    [other, { code: "not-found", reason: "batch" }],
    [reading, { code: "forbidden", reason: "key-scope" }],
  ] as const) {
    await expect(getBatch(who, { batchId })).rejects.toMatchObject(error)
    await expect(confirmBatch(who, { batchId })).rejects.toMatchObject(error)
    await expect(batchResults(who, { batchId })).rejects.toMatchObject(error)
    await expect(uploadTable(who, batchId, "a")).rejects.toMatchObject(error)
  }
  await expect(confirmBatch(holder, { batchId })).rejects.toMatchObject({ reason: "batch-not-checked" })
  expect(await listBatches(holder, {})).toMatchObject([{ batchId, state: "waiting" }])
  expect(await listBatches(other, {})).toEqual([])
})
