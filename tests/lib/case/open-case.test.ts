import { beforeAll, describe, expect, it } from "vitest"
import { getCase, openCase } from "@/lib/case"
import { TipId } from "@/lib/kernel/id"
import { acceptedTip, runningCampaign } from "@/tests/support/factory"
import { as, system } from "@/tests/support/people"

const campaign = "demo-2026"

describe("the case of an accepted tip", () => {
  beforeAll(() => runningCampaign())

  it("is found by each site that the tip names, whatever was said of its sites", async () => {
    const { tipId } = await acceptedTip({
      targets: ["https://one.many.example/", "https://two-of-many.example/"],
    })
    const said = ["two-of-many.example", "other.example", "other.example"]
    const placed = await openCase(system(), { tipId, campaign, sites: said })
    expect(placed).toMatchObject({ hasContact: false })
    expect(await openCase(system(), { tipId, campaign, sites: said })).toEqual(placed)
    const again = await acceptedTip({ targets: ["https://many.example/again"] })
    expect(await openCase(system(), { tipId: again.tipId, campaign })).toEqual(placed)
    expect((await getCase(as("cai"), { caseId: placed?.caseId ?? "" })).case).toMatchObject({
      sites: ["many.example", "two-of-many.example"],
      tipCount: 2,
    })
  })

  it("is not opened for a tip that is not there", async () => {
    const none = { tipId: TipId.parse("tip_nothing"), campaign, sites: ["many.example"] }
    await expect(openCase(system(), none)).rejects.toMatchObject({ code: "not-found" })
  })
})
