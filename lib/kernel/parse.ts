import type { z } from "zod"
import { DomainError, type Issue } from "./errors"
import { isRule, type Rule } from "./refusals"

/**
 * Checks an input against its schema.
 * @throws {DomainError} invalid, with one issue for each complaint, none of which repeats what was typed
 */
export const parse = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(input, { reportInput: true })
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
        params: { min: Number(issue.minimum) },
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
export const breaks = (refinement: z.RefinementCtx, rule: Rule, path: readonly number[] = []): void =>
  refinement.addIssue({ code: "custom", params: { rule }, path: [...path] })
