import type { z } from "zod"
import { DomainError, type Issue } from "./errors"
import { isRule, type Rule } from "./refusals"
import { plainText } from "./text"

/** Deeper than any schema goes: what lies below is refused with what holds it. */
const depthMax = 20

/**
 * The one gate of all text that comes in: what the portal checks, stores and shows was made plain here.
 * @throws {DomainError} invalid `text-broken`, for each text with half of a character in it
 */
const admitted = (input: unknown): unknown => {
  const issues: Issue[] = []
  const admit = (value: unknown, path: Issue["path"]): unknown => {
    if (typeof value === "string") {
      if (value.isWellFormed()) return plainText(value)
      issues.push({ path, rule: "text-broken" })
    }
    if (typeof value !== "object" || value === null || path.length > depthMax) return value
    if (Array.isArray(value)) return value.map((one, at) => admit(one, [...path, at]))
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null) return value
    const entries = Object.entries(value).map(([name, one]) => {
      if (!name.isWellFormed()) issues.push({ path, rule: "text-broken" })
      return [name, admit(one, [...path, name.toWellFormed()])] as const
    })
    return Object.fromEntries(entries)
  }
  const plain = admit(input, [])
  if (issues.length > 0) throw new DomainError("invalid", { issues })
  return plain
}

/**
 * Checks an input against its schema, and makes all text in it plain.
 * @throws {DomainError} invalid, with one issue for each complaint, none of which repeats what was typed
 */
export const parse = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(admitted(input), { reportInput: true })
  if (parsed.success) return parsed.data
  throw new DomainError("invalid", { issues: parsed.error.issues.map(toIssue) })
}

type ZodIssue = z.core.$ZodIssue

const toIssue = (issue: ZodIssue): Issue => {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))
  const { rule, params } = complaint(issue)
  return params ? { path, rule, params } : { path, rule }
}

const complaint = (issue: ZodIssue): { rule: Rule; params?: Record<string, string | number> } => {
  switch (issue.code) {
    case "too_big":
      return {
        rule: issue.origin === "array" ? "too-many" : issue.origin === "string" ? "too-long" : "too-big",
        params: { max: Number(issue.maximum) },
      }
    case "too_small":
      if (issue.origin === "string" && (Number(issue.minimum) === 1 || issue.input === ""))
        return { rule: "required" }
      if (issue.origin === "array" && Number(issue.minimum) === 1) return { rule: "required" }
      return {
        rule: issue.origin === "array" ? "too-few" : issue.origin === "string" ? "too-short" : "too-small",
        params: { min: Number(issue.minimum), chinese: Math.ceil(Number(issue.minimum) / 2) },
      }
    case "invalid_type":
      return {
        rule: issue.input === undefined ? "required" : "wrong-type",
        params: { expected: issue.expected },
      }
    case "unrecognized_keys":
      return { rule: "unknown-field", params: { fields: issue.keys.join(", ") } }
    case "custom":
      return { rule: brokenRule(issue.params?.rule) }
    default:
      if (issue.code !== "invalid_value") return { rule: "wrong-format" }
      return { rule: issue.input === undefined ? "required" : "not-an-option" }
  }
}

const brokenRule = (rule: unknown): Rule => (typeof rule === "string" && isRule(rule) ? rule : "not-valid")

/** For a schema's own check: reports a rule of the portal, of a part of what is checked where `path` names one. */
export const breaks = (
  refinement: z.RefinementCtx,
  rule: Rule,
  path: readonly (string | number)[] = [],
): void => refinement.addIssue({ code: "custom", params: { rule }, path: [...path] })
