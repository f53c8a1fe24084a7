import { describe, expect, it } from "vitest"
import { listKeys, listReports, revokeKey } from "@/lib/right-holder"
import { getTip, listTips } from "@/lib/tip"
import { expectToMatch } from "@/tests/support/app/description"
import { answersOf, csv, linesOf, ndjson, postBatch, sendBatch } from "@/tests/support/app/send-batch"
import { aHolder, aReport } from "@/tests/support/holder"
import { as } from "@/tests/support/people"

const statusesOf = (answers: readonly { readonly status: string }[]) => answers.map(({ status }) => status)
const rulesOf = (answers: Awaited<ReturnType<typeof answersOf>>) =>
  answers.flatMap(({ row, errors = [] }) => errors.map(({ pointer, rule }) => `${row} ${pointer} ${rule}`))

describe("POST /api/v1/tips:bulk", () => {
  it("answers each row in its order, keeps the good ones, and points at what is wrong with the others", async () => {
    const { key, holder } = await aHolder("mixed-films")
    const rows = [
      JSON.stringify(aReport("a")),
      "{",
      JSON.stringify({ ...aReport("b"), targets: ["http://10.0.0.1/"] }),
      JSON.stringify({ ...aReport("c"), contact: "a@b.example" }),
      "[]",
      "",
      JSON.stringify(aReport("a")),
      JSON.stringify({ ...aReport("d"), reference: undefined }),
      JSON.stringify(aReport("e")),
      JSON.stringify(aReport("f", { description: "half \ud83d of a pair" })),
    ]
    const { status, answers, response } = await sendBatch(key, rows.join("\r\n"))
    expect(status).toBe(200)
    expect(response.headers.get("content-type")).toBe(ndjson)
    expect(answers.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(statusesOf(answers)).toEqual([
      "created",
      "invalid",
      "invalid",
      "invalid",
      "invalid",
      "exists",
      "invalid",
      "created",
      "invalid",
    ])
    expect(rulesOf(answers)).toEqual([
      "2 # row-malformed",
      "3 #/targets/0 url-private",
      "4 # unknown-field",
      "5 # wrong-type",
      "7 #/reference required",
      "9 #/description text-broken",
    ])
    expect(answers[5]?.receipt).toEqual(answers[0]?.receipt)
    for (const answer of answers) expectToMatch(answer, "/api/v1/tips:bulk", "post", 200, ndjson)
    expect((await listReports(holder, {})).rows.map(({ reference }) => reference).toSorted()).toEqual([
      "a",
      "e",
    ])
  })

  it("takes the first of two reports under one reference, and refuses the other, each time", async () => {
    const { key } = await aHolder("one-reference")
    const rows = Array.from({ length: 20 }, (_, at) => [
      aReport(`r${at}`, { work: "The first" }),
      aReport(`r${at}`, { work: "Another" }),
    ]).flat()
    const { answers } = await sendBatch(key, rows.map((row) => JSON.stringify(row)).join("\n"))
    expect(statusesOf(answers)).toEqual(rows.map((_, at) => (at % 2 === 0 ? "created" : "invalid")))
  })

  it("explains in the language asked for", async () => {
    const { key } = await aHolder()
    const response = await postBatch(key, "{", ndjson, { "accept-language": "zh-CN" })
    expect((await answersOf(response))[0]?.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]{2}/)
  })

  it("begins to answer before the batch is whole", async () => {
    const { key } = await aHolder("slow-films")
    let go = () => {}
    const gate = new Promise<void>((resolve) => {
      go = resolve
    })
    const slow = async function* () {
      for (let at = 0; at < 20; at++) yield linesOf([aReport(`slow-${at}`)])
      await gate
      yield linesOf([aReport("slow-last")])
    }
    const reader = (await postBatch(key, slow())).body?.getReader()
    const first = new TextDecoder().decode((await reader?.read())?.value)
    expect(first).toContain('"status":"created"')
    go()
    while (!(await reader?.read())?.done);
  })

  it("of which half was sent, sent again whole creates nothing twice", async () => {
    const { key, keyId, holder } = await aHolder("cut-films")
    const rows = Array.from({ length: 60 }, (_, at) => aReport(`cut-${at}`))
    const cut = async function* () {
      yield linesOf(rows.slice(0, 30))
      yield linesOf(rows.slice(30, 31)).slice(0, 40)
      throw new Error("the line is cut")
    }
    await (await postBatch(key, cut())).text().catch(() => undefined)
    const { answers } = await sendBatch(key, linesOf(rows))
    expect(answers).toHaveLength(60)
    expect(new Set(statusesOf(answers.slice(0, 30)))).toEqual(new Set(["exists"]))
    expect(new Set(statusesOf(answers.slice(31)))).toEqual(new Set(["created"]))
    const { rows: kept } = await listReports(holder, { rowsMax: 100 })
    expect(kept).toHaveLength(60)
    const found = (await listKeys(as("auditor"), {})).find((one) => one.keyId === keyId)
    expect(found?.rowsTaken).toBe(60)
  })

  it.each([
    ["no key", undefined, 401, "key-missing"],
    ["a made-up key", "key_0000000000000000_000000000000000000000000", 401, "key-unknown"],
  ])("refuses %s before it reads a row", async (_what, key, status, reason) => {
    const response = await postBatch(key, linesOf([aReport("no")]))
    expect(response.status).toBe(status)
    expect(response.headers.get("www-authenticate")).toBe("Bearer")
    expect((await response.json()).type).toBe(`urn:sword-net:problem:${reason}`)
  })

  it("refuses a revoked key, one without the scope, another type and a body too large", async () => {
    const { key: reading } = await aHolder("only-reads", ["tips:read"])
    expect((await postBatch(reading, linesOf([aReport("no")]))).status).toBe(403)
    const { key, keyId } = await aHolder("revoked-films")
    expect((await postBatch(key, "a", "application/json")).status).toBe(415)
    expect((await postBatch(key, "a", ndjson, { "content-length": "99999999" })).status).toBe(413)
    await revokeKey(as("administrator"), { keyId, version: 1, reason: "Lost by the holder" })
    expect((await postBatch(key, linesOf([aReport("no")]))).status).toBe(401)
  })

  it("counts what a key made", async () => {
    const { key, keyId } = await aHolder("counted-films")
    await sendBatch(key, linesOf([aReport("1"), aReport("2"), aReport("1"), {}]))
    const found = (await listKeys(as("auditor"), {})).find((one) => one.keyId === keyId)
    expect(found).toMatchObject({ rowsTaken: 2, lastUsedAt: expect.any(String) })
  })

  it("passes over a row of more than 256 kB, and takes the next", async () => {
    const { key } = await aHolder("long-films")
    const long = aReport("long", { description: "x".repeat(300_000) })
    const { answers } = await sendBatch(key, linesOf([aReport("before"), long, aReport("after")]))
    expect(statusesOf(answers)).toEqual(["created", "invalid", "created"])
    expect(rulesOf(answers)).toEqual(["2 # row-too-long"])
  })
})

describe("a batch as CSV", () => {
  const head = "reference,category,targets,work,description,locale"
  const text = "The whole film can be watched here without paying."

  it("is read as spreadsheets write it: BOM, CRLF, quotes, empty cells, Chinese", async () => {
    const { key } = await aHolder("csv-films")
    const lines = [
      head,
      `1,film-tv,https://a.example/1,"A ""film"", long",${text},en`,
      `2,music,"https://b.example/1\nhttps://b.example/2",,"多行，\n带逗号,的说明文字在此处。",zh`,
      "",
      `3,press,https://c.example/1 | https://c.example/2,5" records,${text},`,
      `4,press,https://c.example/1,too few cells`,
      `5,nonsense,https://c.example/1,,${text},en`,
    ]
    const { answers } = await sendBatch(key, `\ufeff${lines.join("\r\n")}`, csv)
    expect(statusesOf(answers)).toEqual(["created", "created", "created", "invalid", "invalid"])
    expect(rulesOf(answers)).toEqual(["4 # row-columns", "5 #/category not-an-option"])
    const [first, second, third] = await Promise.all(
      answers.slice(0, 3).map(async ({ tipId = "" }) => (await getTip(as("mei"), { tipId })).tip),
    )
    expect(first?.work).toBe('A "film", long')
    expect(second?.targets.map(({ text: target }) => target)).toEqual([
      "https://b.example/1",
      "https://b.example/2",
    ])
    expect(second?.description).toBe("多行，\n带逗号,的说明文字在此处。")
    expect(third?.targets).toHaveLength(2)
    expect(third).toMatchObject({ work: '5" records', locale: "zh" })
  })

  it("is the same reports as the same rows in JSON", async () => {
    const { key } = await aHolder("both-films")
    const report = aReport("both")
    const { reference, category, targets, work, description, locale } = report
    await sendBatch(key, linesOf([report]))
    const line = [reference, category, targets[0], work, description, locale].join(",")
    expect(statusesOf((await sendBatch(key, `${head}\n${line}`, csv)).answers)).toEqual(["exists"])
  })

  it.each([
    ["in no encoding", Buffer.concat([Buffer.from(`${head}\n1,`), Buffer.from([0xd6, 0xff, 0xff])]), 1],
    ["a quotation mark that is never closed", `${head}\n1,music,https://a.example,,${text},en\n2,"music`, 2],
  ])("that is %s says from where on it was not read", async (_what, body, row) => {
    const { key } = await aHolder("broken-films")
    const { answers } = await sendBatch(key, body, csv)
    expect(answers.at(-1)).toMatchObject({ row, status: "invalid", errors: [{ rule: "batch-malformed" }] })
  })

  it("in pieces of one byte is the same batch", async () => {
    const { key } = await aHolder("bytes-films")
    const bytes = new TextEncoder().encode(
      `${head}\n1,music,https://a.example,歌曲,整张专辑都可以在这里收听。,zh`,
    )
    const pieces = async function* () {
      for (const byte of bytes) yield Uint8Array.of(byte)
    }
    expect(statusesOf((await sendBatch(key, pieces(), csv)).answers)).toEqual(["created"])
  })
})

it("shows what came in bulk in the right holders' queue alone", async () => {
  const citizens = (await listTips(as("mei"), { queue: "citizens" })).rows
  expect(citizens).toEqual([])
  expect((await listTips(as("mei"), { queue: "right-holders" })).rows).toHaveLength(25)
})
