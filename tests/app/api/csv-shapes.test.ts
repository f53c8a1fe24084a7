import { beforeAll, describe, expect, it } from "vitest"
import { getTip } from "@/lib/tip"
import { csv, sendBatch } from "@/tests/support/app/send-batch"
import { gbk } from "@/tests/support/gbk"
import { aHolder } from "@/tests/support/holder"
import { as } from "@/tests/support/people"

let key: string
let at = 0
beforeAll(async () => {
  key = (await aHolder("shape-films")).key
})
const reference = () => `shape-${++at}`

/** What becomes of a file: of each row its targets, or what is wrong with it. */
const taken = async (body: string | Uint8Array, type = csv) => {
  const { answers } = await sendBatch(key, body, type)
  return Promise.all(
    answers.map(async ({ status, tipId = "", errors }) => {
      if (status !== "created") return errors?.map(({ pointer, rule }) => `${pointer} ${rule}`).join()
      const { tip } = await getTip(as("mei"), { tipId })
      return tip.targets.map(({ text }) => text).join(" ")
    }),
  )
}

const head = "reference,category,targets,description"

describe("a batch as spreadsheets write it", () => {
  it.each([
    [
      "semicolons",
      () => `reference;category;targets;description\n${reference()};music;https://a.example/1;全集免费看完\n`,
    ],
    [
      "tabs",
      () =>
        `reference\tcategory\ttargets\tdescription\n${reference()}\tmusic\thttps://a.example/1\t全集免费看完`,
    ],
    [
      "a line that names what sets cells apart",
      () =>
        `sep=;\r\nreference;category;targets;description\r\n${reference()};music;https://a.example/1;全集免费看完`,
    ],
    ["Chinese names", () => `编号,类别,网址,说明\n${reference()},音乐,https://a.example/1,全集免费看完`],
    [
      "Chinese names and commas",
      () => `编号，类别，网址，说明\n${reference()}，音乐，https://a.example/1，全集免费看完`,
    ],
    [
      "names in capitals",
      () => `Reference,CATEGORY,URL,Description\n${reference()},Music,https://a.example/1,全集免费看完`,
    ],
    [
      "lines of empty cells",
      () => `${head}\n,,,\n\n${reference()},music,https://a.example/1,全集免费看完\n,,,\n , ,,\n`,
    ],
    [
      "cells behind the last column",
      () => `${head},,\n${reference()},music,https://a.example/1,全集免费看完,,`,
    ],
    [
      "a byte order mark and returns",
      () => `\ufeff${head}\r\n${reference()},music,https://a.example/1,全集免费看完\r\n`,
    ],
    [
      "marks that nobody sees",
      () =>
        `\u200breference,category\u200b,targets,description\n${reference()},music,\u200bhttps://a.example/1,全集免费看完`,
    ],
    [
      "a text around the address",
      () => `${head}\n${reference()},music,“https：//a.example/1”。,全集免费看完`,
    ],
  ])("with %s is read", async (_what, body) => {
    expect(await taken(body())).toEqual(["https://a.example/1"])
  })

  it.each([
    [
      "GBK",
      gbk(`reference,category,targets,description\nshape-gbk,music,https://a.example/1,全集免费看\n`),
      csv,
    ],
    [
      "GBK that says so",
      gbk(`reference,category,网址,description\nshape-gbk2,music,https://a.example/1,全集免费看`),
      "text/csv; charset=gbk",
    ],
    [
      "UTF-16",
      Buffer.from(
        `\ufeffreference\tcategory\ttargets\tdescription\nshape-utf16\tmusic\thttps://a.example/1\t全集免费看\n`,
        "utf16le",
      ),
      csv,
    ],
  ])("in %s is read", async (_what, body, type) => {
    expect(await taken(body, type)).toEqual(["https://a.example/1"])
  })

  it.each([
    ["https://a.example/1、https://b.example/2"],
    ["https://a.example/1；https://b.example/2"],
    ["https://a.example/1 https://b.example/2"],
    ["https://a.example/1 | https://b.example/2"],
    ['"https://a.example/1\nhttps://b.example/2"'],
  ])("holds two addresses in the cell %j", async (cell) => {
    expect(await taken(`${head}\n${reference()},music,${cell},全集免费看完`)).toEqual([
      "https://a.example/1 https://b.example/2",
    ])
  })

  it("holds an address in each of several columns", async () => {
    const body = `reference,category,网址1,网址2,description\n${reference()},music,https://a.example/1,https://b.example/2,全集免费看完`
    expect(await taken(body)).toEqual(["https://a.example/1 https://b.example/2"])
  })

  it("with two columns of one name is refused by that name", async () => {
    const { answers } = await sendBatch(
      key,
      `${head},说明\n1,music,https://a.example/1,全集免费看完,x\n`,
      csv,
    )
    expect(answers).toMatchObject([{ row: 1, status: "invalid", errors: [{ rule: "batch-column-twice" }] }])
    expect(answers[0]?.errors?.[0]?.message).toContain("description")
  })

  it("goes on behind a row that is no text", async () => {
    const lines = [
      `{"reference":"${reference()}","category":"music","targets":["https://a.example/1"],"description":"half \\ud83d of a pair"}`,
      `{"reference":"${reference()}","category":"music","targets":["https://b.example/2"],"description":"All songs, for free."}`,
    ]
    expect(await taken(lines.join("\n"), "application/x-ndjson")).toEqual([
      "#/description text-broken",
      "https://b.example/2",
    ])
  })
})
