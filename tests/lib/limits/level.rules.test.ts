import { describe, expect, it } from "vitest"
import type { FormAge } from "@/lib/limits/form-token"
import { levelAbout, levelOf } from "@/lib/limits/level"
import { demands, type Level } from "@/lib/limits/limits"
import { type Attempt, allowanceOf, type Door, type Verdict, verdictOn } from "@/lib/limits/verdict"

describe("the load", () => {
  it.each<[reports: number, normalPerMinute: number, Level]>([
    [0, 300, "calm"],
    [1_500, 300, "calm"],
    [1_501, 300, "busy"],
    [6_000, 300, "busy"],
    [6_001, 300, "rush"],
    [6, 1, "busy"],
    [21, 1, "rush"],
  ])("of %i reports in five minutes, where %i a minute are normal, is %s", (reports, normal, level) => {
    expect(levelOf(reports, normal)).toBe(level)
  })

  it("asks for more the higher it is, and of the API nothing while it is calm", () => {
    const [calm, busy, rush] = [demands.calm, demands.busy, demands.rush]
    expect(calm.apiNeedsProof).toBe(false)
    for (const [lower, higher] of [
      [calm, busy],
      [busy, rush],
    ] as const) {
      expect(higher.formSeconds).toBeGreaterThan(lower.formSeconds)
      expect(higher.tries[0]).toBeGreaterThan(lower.tries[1])
      expect(higher.apiNeedsProof).toBe(true)
    }
  })

  it("counts as busy for a site that very many report, and never as less than it is", () => {
    expect(levelAbout("calm", 50, 50)).toBe("calm")
    expect(levelAbout("calm", 51, 50)).toBe("busy")
    expect(levelAbout("rush", 51, 50)).toBe("rush")
  })
})

const good: FormAge = { is: "good" }
const attempt: Attempt = { level: "calm", ofOrigin: 1, isProven: false, formAge: good }
const normalPerMinute = 300
const [form, api] = [allowanceOf("form", normalPerMinute), allowanceOf("api", normalPerMinute)]

describe("the verdict on a report", () => {
  it.each<[Door, Partial<Attempt>, Verdict]>([
    ["form", {}, "admitted"],
    ["form", { formAge: { is: "too-fast", secondsLeft: 2 } }, "form-too-fast"],
    ["form", { formAge: { is: "void" } }, "form-expired"],
    ["form", { isProven: true, formAge: { is: "void" } }, "admitted"],
    ["form", { isProven: true, level: "rush", formAge: { is: "too-fast", secondsLeft: 9 } }, "admitted"],
    ["form", { ofOrigin: form.plain }, "admitted"],
    ["form", { ofOrigin: form.plain + 1 }, "too-many-reports"],
    ["form", { ofOrigin: form.plain + 1, isProven: true }, "admitted"],
    ["form", { ofOrigin: form.proven + 1, isProven: true }, "too-many-reports"],
    ["api", { formAge: { is: "void" } }, "admitted"],
    ["api", { level: "busy" }, "proof-required"],
    ["api", { level: "rush", isProven: true }, "admitted"],
    ["api", { ofOrigin: api.plain + 1 }, "proof-required"],
    ["api", { ofOrigin: api.plain + 1, isProven: true }, "admitted"],
    ["api", { ofOrigin: api.proven + 1, isProven: true }, "too-many-reports"],
  ])("by the %s with %j is %s", (door, change, verdict) => {
    expect(verdictOn(door, allowanceOf(door, normalPerMinute), { ...attempt, ...change })).toBe(verdict)
  })
})
