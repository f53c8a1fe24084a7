import { beforeAll, expect, it } from "vitest"
import { listRelatedCases, openCase } from "@/lib/case"
import { enforcementWorld } from "@/tests/support/case"
import { acceptedTip } from "@/tests/support/factory"
import { closeCase } from "@/tests/support/listed"
import { as, system } from "@/tests/support/people"

beforeAll(enforcementWorld)

const aCaseOf = async (target: string) => {
  const { tipId } = await acceptedTip({ targets: [target] })
  return (await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? "none"
}
const related = async (caseId: string) =>
  (await listRelatedCases(as("cai"), { caseId })).map((one) => [one.caseId, one.by])

it("a case names the others at work on the same shared host, and none elsewhere or closed", async () => {
  const own = await aCaseOf("https://films.github.io/watch")
  const beside = await aCaseOf("https://series.github.io/1")
  const closed = await aCaseOf("https://songs.github.io/1")
  await closeCase(closed)
  await aCaseOf("https://films.pages.dev/1")
  const alone = await aCaseOf("https://films-alone.example/1")
  await aCaseOf("https://other-alone.example/1")
  expect(await related(own)).toEqual([[beside, "host"]])
  expect(await related(alone)).toEqual([])
})
