import { beforeAll, expect, it } from "vitest"
import { getCase, listCases, openCase, siteNameOf } from "@/lib/case"
import { acceptedTip, runningCampaign } from "@/tests/support/factory"
import { as, system } from "@/tests/support/people"

beforeAll(runningCampaign)

const opened = async (target: string) => {
  const { tipId } = await acceptedTip({ targets: [target] })
  const caseId = (await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? "none"
  return (await getCase(as("cai"), { caseId })).case
}

it("calls an app's case by the app's name, in the list too", async () => {
  const found = await opened("免费影视大全")
  expect(found.site).toMatch(/^name:/)
  expect(siteNameOf(found)).toBe("免费影视大全")
  const { rows } = await listCases(as("cai"), { status: "open" })
  expect(rows.map(siteNameOf)).toContain("免费影视大全")
})

it("calls a case by its site where that is an address, or where it was opened before names were kept", async () => {
  expect(siteNameOf(await opened("https://named.example/a"))).toBe("named.example")
  expect(siteNameOf({ site: "name:77e0c5f95532b45a" })).toBe("name:77e0c5f95532b45a")
})
