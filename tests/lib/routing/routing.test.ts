import { beforeAll, describe, expect, it } from "vitest"
import { eventsOf, verifyFile } from "@/lib/audit"
import { openCase } from "@/lib/case"
import {
  discardRules,
  estimateCase,
  getEstimate,
  getRouting,
  listRuleSets,
  publishRules,
  removeRule,
  saveRule,
  seedRules,
  suggestAuthorities,
  tryRules,
} from "@/lib/routing"
import { aCase, enforcementWorld } from "@/tests/support/case"
import { acceptedTip } from "@/tests/support/factory"
import { as, system } from "@/tests/support/people"

const admin = () => as("administrator")
const seen = async () => ({ version: (await getRouting(admin(), {})).version })
const rule = (order: number, to: string, when = {}) => ({
  name: { zh: `第${order}条`, en: `Rule ${order}` },
  to,
  order,
  when,
})
const save = async (...said: Parameters<typeof rule>) =>
  saveRule(admin(), { ...(await seen()), rule: rule(...said) })
const publish = async () => publishRules(admin(), await seen())

beforeAll(enforcementWorld)

describe("routing", () => {
  it("suggests nothing before there are rules", async () => {
    const caseId = await aCase()
    expect(await suggestAuthorities(as("cai"), { caseId })).toMatchObject({ number: 0, suggestions: [] })
  })

  it("begins on a desk with rules that are never put over an administrator's", async () => {
    const seeded = { ...rule(9, "miit"), ruleId: "rul_0000000000000000" }
    await seedRules(system(), { rules: [seeded] })
    await seedRules(system(), { rules: [{ ...seeded, to: "mps" }] })
    expect(await getRouting(admin(), {})).toMatchObject({ number: 1, rules: [{ to: "miit" }] })
  })

  it("suggests by the rules in force, with the reason, and not by a draft", async () => {
    const caseId = await aCase()
    await save(1, "mps", { categories: ["film-tv"], kinds: ["website"] })
    expect((await suggestAuthorities(as("cai"), { caseId })).suggestions).toMatchObject([{ to: "miit" }])
    await publish()
    expect(await suggestAuthorities(as("cai"), { caseId })).toMatchObject({
      number: 2,
      facts: { categories: ["film-tv"], kinds: ["website"], tips: 1, sites: 1 },
      suggestions: [
        {
          to: "mps",
          rule: { name: { en: "Rule 1" } },
          because: [
            { on: "categories", found: ["film-tv"] },
            { on: "kinds", found: ["website"] },
          ],
        },
        { to: "miit", because: [] },
      ],
    })
  })

  it("looks at what an officer estimates, one officer after the other", async () => {
    const caseId = await aCase()
    await save(2, "miit", { gainMin: 80_000 })
    await publish()
    const estimate = (gain: number, version: number) =>
      estimateCase(as("cai"), { caseId, version, gain, works: 7 })
    await estimate(80_000, 0)
    await expect(estimate(1, 0)).rejects.toMatchObject({
      code: "conflict",
      lastChange: { did: "case.estimated" },
    })
    await expect(estimateCase(as("mei"), { caseId, version: 1 })).rejects.toMatchObject({ code: "forbidden" })
    expect(await getEstimate(as("auditor"), { caseId })).toEqual({ gain: 80_000, works: 7, version: 1 })
    const { suggestions } = await suggestAuthorities(as("cai"), { caseId })
    expect(suggestions.find(({ to }) => to === "miit")?.because).toEqual([
      { on: "gainMin", found: 80_000, min: 80_000 },
    ])
    expect(await verifyFile(as("auditor"), { file: caseId })).toMatchObject({ faults: [] })
  })

  it("tells what an app is from what a website is", async () => {
    const { tipId } = await acceptedTip({ targets: ["https://pan.baidu.com/s/1aBcDeFgHiJkLmNoPqRsTuV"] })
    const caseId = (await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? ""
    expect((await suggestAuthorities(as("cai"), { caseId })).facts.kinds).toEqual(["platform"])
  })
})

describe("a draft of rules", () => {
  it("shows what it would have done to the cases of the last month, and does nothing", async () => {
    const caseId = await aCase()
    const before = await suggestAuthorities(as("cai"), { caseId })
    await removeRule(admin(), { ...(await seen()), ruleId: before.suggestions[0]?.rule.ruleId ?? "" })
    const tried = await tryRules(as("auditor"), {})
    expect(tried.differences).toContainEqual(
      expect.objectContaining({ caseId, before: "mps", after: "miit" }),
    )
    expect(tried.cases).toBeGreaterThanOrEqual(tried.differences.length)
    expect(await suggestAuthorities(as("cai"), { caseId })).toEqual(before)
    await discardRules(admin(), await seen())
    expect((await tryRules(as("auditor"), {})).differences).toEqual([])
  })

  it("is changed by one at a time; the other learns by whom", async () => {
    const then = await seen()
    await saveRule(admin(), { ...then, rule: rule(5, "mps") })
    await expect(saveRule(admin(), { ...then, rule: rule(6, "mps") })).rejects.toMatchObject({
      code: "conflict",
      lastChange: { did: "routing.drafted" },
    })
    const at = await seen()
    const both = await Promise.allSettled([publishRules(admin(), at), publishRules(admin(), at)])
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  })

  it("is put in force as the next version; earlier ones stay, and all is on record", async () => {
    const { number } = await getRouting(admin(), {})
    await save(7, "miit", { tipsMin: 100 })
    await publish()
    const versions = await listRuleSets(as("cai"), {})
    expect(versions.map((one) => one.number)).toEqual(
      Array.from({ length: number + 1 }, (_, at) => number + 1 - at),
    )
    expect(versions.at(-1)).toMatchObject({
      number: 1,
      rules: [{ to: "miit" }],
      publishedBy: { name: "seed" },
    })
    expect((await eventsOf("routing")).map(({ type }) => type)).toContain("routing.published")
    expect(await verifyFile(as("auditor"), { file: "routing" })).toMatchObject({ faults: [] })
  })

  it("is refused for an authority that there is not, by anybody but administrators, and where there is none", async () => {
    await expect(save(1, "nobody")).rejects.toMatchObject({
      issues: [{ path: ["rule", "to"], rule: "authority-unknown" }],
    })
    const at = await seen()
    await expect(saveRule(as("cai"), { ...at, rule: rule(1, "mps") })).rejects.toMatchObject({
      code: "forbidden",
    })
    await expect(publishRules(admin(), at)).rejects.toMatchObject({ reason: "no-draft" })
    await expect(discardRules(admin(), at)).rejects.toMatchObject({ reason: "no-draft" })
    await expect(publishRules(as("cai"), at)).rejects.toMatchObject({ code: "forbidden" })
  })
})
