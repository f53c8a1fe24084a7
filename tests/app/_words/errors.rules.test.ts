import { describe, expect, it } from "vitest"
import { z } from "zod"
import { issueMessage, refusalMessage } from "@/app/_http/message"
import { locales, wordsFor } from "@/app/_words"
import { DomainError, invalid, isDomainError } from "@/lib/kernel/errors"
import { parse } from "@/lib/kernel/parse"
import { isRule, reasons, rules } from "@/lib/kernel/refusals"

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
  it.each(reasons)("have a message for the reason %s", (reason) => {
    for (const locale of locales) {
      const { detail } = refusalMessage(locale, { code: "conflict", reason })
      expect(detail).toMatch(/\S/)
      expect(detail).not.toMatch(/[{}]|errors\./)
    }
  })

  it.each(rules)("have a message for the rule %s", (rule) => {
    for (const locale of locales) {
      const words = wordsFor(locale, "errors").raw(`rules.${rule}`)
      expect(words).toMatch(/\S/)
    }
  })

  it("are asked for by the compiler, as the verbs are for a known reason and rule", () => {
    // @ts-expect-error misspelt
    expect(new DomainError("conflict", { reason: "tip-statis" }).reason).toBe("tip-statis")
    // @ts-expect-error misspelt
    expect(invalid(["a"], "requird").issues[0]?.rule).toBe("requird")
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
