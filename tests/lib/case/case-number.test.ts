import { beforeAll, describe, expect, it } from "vitest"
import { getCase, listCases, openCase } from "@/lib/case"
import { aCase, enforcementWorld } from "@/tests/support/case"
import { acceptedTip } from "@/tests/support/factory"
import { as, system } from "@/tests/support/people"

const numberOf = async (caseId: string) => (await getCase(as("cai"), { caseId })).case.number

describe("the number of a case", () => {
  beforeAll(enforcementWorld)

  it("is the year and a place in it that no other case has, also where many are opened at once", async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => aCase()))
    const numbers = await Promise.all(cases.map(numberOf))
    expect(new Set(numbers).size).toBe(12)
    for (const number of numbers) expect(number).toMatch(/^\d{4}-\d{5}$/)
  })

  it("begins with the year in Beijing", async () => {
    const { tipId } = await acceptedTip({ targets: ["https://new-year.example/"] })
    const ctx = { ...system(), now: "2025-12-31T16:30:00.000Z" }
    const caseId = (await openCase(ctx, { tipId, campaign: "demo-2026" }))?.caseId ?? ""
    expect(await numberOf(caseId)).toMatch(/^2026-/)
  })

  it("stands in the list of cases", async () => {
    const caseId = await aCase()
    const rows = []
    let cursor: string | undefined
    do {
      const page = await listCases(as("cai"), { cursor })
      rows.push(...page.rows)
      cursor = page.next
    } while (cursor)
    expect(rows.find((row) => row.caseId === caseId)?.number).toBe(await numberOf(caseId))
  })
})
