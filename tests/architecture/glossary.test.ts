import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { en } from "@/app/_words/en"
import { zh } from "@/app/_words/zh"
import { filesBelow } from "./imports"

const glossary = "docs/glossary.md"
const rows = readFileSync(glossary, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .slice(2)
  .map((line) => line.split("|").map((cell) => cell.trim()))

const discouraged = rows.flatMap(([, chinese, english, , words = ""]) =>
  words
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .map((word) => ({ word, instead: `${chinese} | ${english}` })),
)

const textsOf = (words: object, path: string): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}.${key}`, value]] : textsOf(value, `${path}.${key}`),
  )

/** What people read outside app/_words: documents, seeded texts, sign-in, mails, the API's description, error pages. */
const files = [
  ...filesBelow("docs", "README.md", "infra/local/content", "infra/local/openid", "app/api/_contract"),
  "lib/reporter/news/news-mail.ts",
].filter((path) => path !== glossary)

const texts = [
  ...textsOf(zh, "app/_words/zh"),
  ...textsOf(en, "app/_words/en"),
  ...files.map((path): [string, string] => [path, readFileSync(path, "utf8")]),
]

describe("the glossary", () => {
  it("has ten to twenty-five rows, each with a Chinese and an English word", () => {
    expect(rows.length).toBeGreaterThanOrEqual(10)
    expect(rows.length).toBeLessThanOrEqual(25)
    expect(rows.filter(([, chinese, english]) => !chinese || !english)).toEqual([])
  })

  it.each(discouraged)("$word stands in no text: it is $instead", ({ word }) => {
    const found = texts.filter(([, text]) => text.toLowerCase().includes(word.toLowerCase()))
    expect(found.map(([where]) => where)).toEqual([])
  })
})
