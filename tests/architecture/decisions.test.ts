import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { describe, expect, it } from "vitest"
import { filesBelow } from "./imports"

const decisions = filesBelow("docs/decisions")
  .filter((path) => /\/\d{4}-[a-z0-9-]+\.md$/.test(path))
  .toSorted()
const numberOf = (path: string) => basename(path).slice(0, 4)
const numbers = new Set(decisions.map(numberOf))
const index = readFileSync("docs/decisions/README.md", "utf8")

describe("the decisions", () => {
  it("are numbered from 0001 without a gap", () => {
    expect(decisions.map(numberOf)).toEqual(decisions.map((_, at) => String(at + 1).padStart(4, "0")))
  })

  it.each(decisions)("%s has its number, status, date and three sections", (path) => {
    const text = readFileSync(path, "utf8")
    const heads = [
      new RegExp(`^# ${Number(numberOf(path))}\\. \\S`, "m"),
      /^- Status: \S/m,
      /^- Date: \d{4}-\d{2}-\d{2}$/m,
      /^## Context$/m,
      /^## Decision$/m,
      /^## Consequences$/m,
    ]
    expect(heads.filter((head) => !head.test(text))).toEqual([])
  })

  it.each(decisions)("%s stands in the index", (path) => {
    expect(index).toContain(`(${basename(path)})`)
  })

  it("are there wherever the tree refers to one", () => {
    const texts = filesBelow().filter((path) => /\.(ts|tsx|mjs|md|scss|css)$/.test(path))
    const broken = texts.flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/docs\/decisions\/(\d{4})/g)]
        .filter(([, number = ""]) => !numbers.has(number))
        .map(([reference]) => `${path}: ${reference}`),
    )
    expect(broken).toEqual([])
  })
})
