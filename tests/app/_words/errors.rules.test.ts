import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { isReason, isRule, issueMessage, refusalMessage } from "@/app/_http/message"
import { locales } from "@/app/_words"
import { isDomainError } from "@/lib/kernel/errors"
import { parse } from "@/lib/kernel/parse"

const sources = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(`lib/${name}`, "utf8"))
const found = (pattern: RegExp) =>
  [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? "")))].sort()

/** Deeds carry reasons too, but as what a person typed: never as a literal. */
const reasons = found(/\breason: "([a-z-]+)"/g)
const rules = [
  ...found(/\brule: "([a-z-]+)"/g),
  ...found(/\binvalid\(\s*\[[^\]]*\],\s*"([a-z-]+)"/g),
  ...found(/"(url-[a-z]+)"/g),
]

const issuesOf = (schema: z.ZodType, input: unknown) => {
  try {
    parse(schema, input)
  } catch (error) {
    if (isDomainError(error)) return error.issues
    throw error
  }
  return []
}

const refused: readonly (readonly [z.ZodType, unknown])[] = [
  [z.string().max(1), "ab"],
  [z.string().min(2), "a"],
  [z.string().min(1), ""],
  [z.array(z.string()).max(1), ["a", "b"]],
  [z.array(z.string()).min(2), ["a"]],
  [z.array(z.string()).min(1), []],
  [z.number().max(1), 2],
  [z.number().min(1), 0],
  [z.string(), 1],
  [z.object({ a: z.string() }), {}],
  [z.strictObject({}), { a: 1 }],
  [z.enum(["a"]), "b"],
  [z.enum(["a"]), undefined],
  [z.url(), "no"],
  [z.string().refine(() => false), "a"],
]

describe("the words of refusals", () => {
  it("are looked for where there are some", () => {
    expect(reasons.length).toBeGreaterThan(10)
    expect(rules.length).toBeGreaterThan(5)
  })

  it.each(reasons)("have a message for the reason %s", (reason) => {
    expect(isReason(reason)).toBe(true)
    for (const locale of locales) {
      const { detail } = refusalMessage(locale, { code: "conflict", reason })
      expect(detail).toMatch(/\S/)
      expect(detail).not.toMatch(/[{}]|errors\./)
    }
  })

  it.each(rules)("have a message for the rule %s", (rule) => {
    expect(isRule(rule)).toBe(true)
  })

  it.each(refused)("say in both languages what is wrong with an input (%#)", (schema, input) => {
    const [issue] = issuesOf(schema, input)
    expect(issue && isRule(issue.rule)).toBe(true)
    for (const locale of locales) {
      const text = issue ? issueMessage(locale, issue) : ""
      expect(text).toMatch(/\S/)
      expect(text).not.toMatch(/[{}]|errors\./)
    }
  })
})
