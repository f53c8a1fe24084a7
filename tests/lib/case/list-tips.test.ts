import { beforeAll, describe, expect, it } from "vitest"
import { listCaseTips, openCase } from "@/lib/case"
import { enforcementWorld } from "@/tests/support/case"
import { acceptedTip } from "@/tests/support/factory"
import { as, system } from "@/tests/support/people"

const opened = async (count: number) => {
  let caseId = ""
  for (let n = 0; n < count; n++) {
    const { tipId } = await acceptedTip({
      targets: [`https://read-${count}.example/${n}`],
      description: `Everything is there to be watched, episode ${n}.`,
      contact: "reporter@example.org",
    })
    caseId = (await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? ""
  }
  return caseId
}

describe("the tips of a case", () => {
  beforeAll(enforcementWorld)

  it("are read in place, ten at a time, each once and in the order they joined", async () => {
    const caseId = await opened(12)
    const first = await listCaseTips(as("cai"), { caseId })
    expect(first).toMatchObject({ total: 12, next: 10 })
    expect(first.rows[0]).toMatchObject({
      category: "film-tv",
      description: "Everything is there to be watched, episode 0.",
      targets: [{ text: "https://read-12.example/0" }],
      files: [],
    })
    const last = await listCaseTips(as("cai"), { caseId, from: first.next })
    expect(last.next).toBeUndefined()
    const said = [...first.rows, ...last.rows].map(({ description }) => description)
    expect(said).toEqual(
      Array.from({ length: 12 }, (_, n) => `Everything is there to be watched, episode ${n}.`),
    )
    expect(JSON.stringify(first)).not.toContain("reporter@")
  })

  it("are read by nobody of an authority or of the press desk", async () => {
    const caseId = await opened(1)
    for (const who of ["officer", "pia"] as const)
      await expect(listCaseTips(as(who), { caseId })).rejects.toMatchObject({ code: "forbidden" })
  })
})
