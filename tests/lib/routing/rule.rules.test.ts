import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { AuthorityId } from "@/lib/kernel/id"
import { type CaseFacts, type Conditions, type Rule, suggestionsOf } from "@/lib/routing/rule"

const id = (text: string) => AuthorityId.parse(text)
const all = [id("mps"), id("miit"), id("ncac")]
const facts: CaseFacts = {
  categories: ["film-tv"],
  kinds: ["website"],
  earnings: ["ads"],
  tips: 12,
  sites: 2,
  gain: 50_000,
}
let made = 0
const rule = (order: number, to: string, when: Conditions = {}): Rule => ({
  ruleId: `rul_${String(++made).padStart(16, "0")}`,
  name: { zh: to, en: to },
  to: id(to),
  order,
  when,
})
const suggested = (rules: readonly Rule[], of: CaseFacts = facts) =>
  suggestionsOf(rules, of, all).map(({ to }) => to)

describe("the rules", () => {
  it("are gone through in their order, and name each authority once, with the first that holds", () => {
    const rules = [rule(3, "ncac"), rule(1, "mps", { gainMin: 30_000 }), rule(2, "mps"), rule(4, "miit")]
    expect(suggested(rules)).toEqual(["mps", "ncac", "miit"])
    expect(suggestionsOf(rules, facts, all)[0]).toMatchObject({
      rule: { ruleId: rules[1]?.ruleId },
      because: [{ on: "gainMin", found: 50_000, min: 30_000 }],
    })
  })

  it.each<[string, Conditions, boolean]>([
    ["nothing", {}, true],
    ["a category of the case", { categories: ["music", "film-tv"] }, true],
    ["another category", { categories: ["music"] }, false],
    ["an empty list", { categories: [], kinds: [] }, true],
    ["a kind of target", { kinds: ["website"] }, true],
    ["another kind", { kinds: ["file", "name"] }, false],
    ["how it earns", { earnings: ["ads"] }, true],
    ["another way to earn", { earnings: ["sales"] }, false],
    ["as many tips", { tipsMin: 12 }, true],
    ["more tips", { tipsMin: 13 }, false],
    ["as many sites", { sitesMin: 2 }, true],
    ["more sites", { sitesMin: 3 }, false],
    ["a smaller gain", { gainMin: 50_000 }, true],
    ["a larger gain", { gainMin: 50_001 }, false],
    ["works that nobody has estimated", { worksMin: 1 }, false],
    ["the criminal threshold", { isCriminal: true }, true],
    ["all of several", { categories: ["film-tv"], tipsMin: 12, isCriminal: true }, true],
    ["one of several that does not hold", { categories: ["film-tv"], tipsMin: 13 }, false],
  ])("that ask for %s", (_, when, holds) => {
    expect(suggested([rule(1, "mps", when)])).toEqual(holds ? ["mps"] : [])
  })

  it.each([
    [{}, false],
    [{ gain: 29_999, works: 499 }, false],
    [{ gain: 30_000 }, true],
    [{ works: 500 }, true],
    [{ gain: 0, works: 500 }, true],
  ])("know the criminal threshold: %j", (estimate, isCriminal) => {
    const { gain: _, ...rest } = facts
    expect(suggested([rule(1, "mps", { isCriminal: true })], { ...rest, ...estimate })).toEqual(
      isCriminal ? ["mps"] : [],
    )
  })

  it("suggest no authority that there is not", () => {
    expect(suggestionsOf([rule(1, "gone"), rule(2, "miit")], facts, all).map(({ to }) => to)).toEqual([
      "miit",
    ])
  })

  it("say the same whatever order they are written in", () => {
    const rules = [rule(1, "mps", { gainMin: 30_000 }), rule(1, "miit"), rule(2, "ncac"), rule(3, "mps")]
    const expected = suggested(rules)
    fc.assert(
      fc.property(fc.shuffledSubarray(rules, { minLength: rules.length }), (shuffled) => {
        expect(suggested(shuffled)).toEqual(expected)
      }),
    )
  })
})
