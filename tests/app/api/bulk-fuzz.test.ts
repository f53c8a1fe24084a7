import { stringify } from "csv-stringify/sync"
import fc from "fast-check"
import { beforeAll, expect, it } from "vitest"
import { setting } from "@/lib/kernel/config"
import { plainText } from "@/lib/kernel/text"
import { dynamo } from "@/lib/store/table"
import { getTip } from "@/lib/tip"
import { csv, ndjson, type RowAnswer, sendBatch } from "@/tests/support/app/send-batch"
import { aHolder, aReport } from "@/tests/support/holder"
import { as } from "@/tests/support/people"

let key: string
beforeAll(async () => {
  key = (await aHolder("fuzz-films")).key
})

/** Many more batches than a holder may send within an hour. */
const forgetBatches = () =>
  dynamo.deleteItem({
    TableName: setting("LIMITS_TABLE_NAME"),
    Key: { key: { S: `batches:${key.slice(0, 20)}` } },
  })

const answersTo = async (body: string | Uint8Array, type: string): Promise<RowAnswer[]> => {
  await forgetBatches()
  const { status, answers } = await sendBatch(key, body, type)
  expect(status).toBe(200)
  for (const [at, result] of answers.entries()) {
    expect(result.row).toBe(at + 1)
    if (result.status === "invalid") expect(result.errors?.[0]?.message).toMatch(/\S/)
    else expect(result.receipt?.code).toMatch(/^[0-9a-z-]{19}$/)
  }
  return answers
}

const text = fc.string({ unit: "binary", maxLength: 60 })
const cells = fc.record({
  reference: text,
  category: fc.oneof(fc.constant("music"), text),
  targets: fc.oneof(fc.webUrl(), text),
  work: text,
  description: fc.oneof(fc.constant("All songs can be heard here."), text),
  locale: fc.constantFrom("zh", "en", ""),
})

it("answers any bytes row by row, and none of them with a fault of its own", async () => {
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(fc.json(), { maxLength: 8 }).map((lines) => new TextEncoder().encode(lines.join("\n"))),
    text.map((one) => new TextEncoder().encode(`reference,targets\n${one}`)),
  )
  await fc.assert(
    fc.asyncProperty(bodies, fc.constantFrom(ndjson, csv), async (body, type) => {
      await answersTo(body, type)
    }),
    { numRuns: 100 },
  )
})

it("reads each row that a spreadsheet can write as it was, and keeps no half of one", async () => {
  const filled = cells.filter((row) => Object.values(row).some((cell) => cell.trim() !== ""))
  const rows = fc.array(filled, { minLength: 1, maxLength: 6 })
  const written = fc.record({
    bom: fc.boolean(),
    quoted: fc.boolean(),
    record_delimiter: fc.constantFrom("\n", "\r\n"),
  })
  await fc.assert(
    fc.asyncProperty(rows, written, async (sent, options) => {
      const answers = await answersTo(stringify(sent, { header: true, ...options }), csv)
      expect(answers).toHaveLength(sent.length)
      for (const [at, { status, tipId = "" }] of answers.entries()) {
        if (status !== "created") continue
        const { tip } = await getTip(as("mei"), { tipId })
        expect(tip.source?.reference).toBe(plainText(sent[at]?.reference ?? "").trim())
        expect(tip.description).toBe(plainText(sent[at]?.description ?? "").trim())
      }
    }),
    { numRuns: 50 },
  )
})

it("a row beside any other is taken as if it were alone", async () => {
  let number = 0
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (other) => {
      number += 1
      const good = aReport(`beside-${number}`)
      const answers = await answersTo(`${JSON.stringify(other)}\n${JSON.stringify(good)}`, ndjson)
      expect(answers.at(-1)).toMatchObject({ row: 2, status: "created" })
    }),
    { numRuns: 50 },
  )
})
