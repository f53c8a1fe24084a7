import { describe, expect, it } from "vitest"
import { getCase, markDuplicate, openCase } from "@/lib/case"
import { listOriginals } from "@/lib/desk"
import { announceEvidence } from "@/lib/evidence"
import type { TipId } from "@/lib/kernel/id"
import { numberOf } from "@/lib/reporter"
import { claimTip, getTipRecord, listUnderSites } from "@/lib/tip"
import { acceptedTip, submitted } from "@/tests/support/factory"
import { as, reporterOf, system } from "@/tests/support/people"
import { inspect, send } from "@/tests/support/upload"

const told = async (site: string) => {
  const { tipId } = await submitted({ targets: [`https://${site}/`], description: `Told of ${site}, whole.` })
  await listUnderSites(system(), await getTipRecord(tipId))
  return tipId
}

const aFile = async (tipId: TipId, text: string) => {
  const upload = await announceEvidence(reporterOf(tipId), { tipId })
  await send(upload, "seen.txt", Buffer.from(text))
  expect(await inspect(upload, "seen.txt")).toBe("verified")
}

describe("what a tip may be a duplicate of", () => {
  it("is what holds the same file, the open case of its site, and earlier tips of the site, each once", async () => {
    const accepted = await acceptedTip({ targets: ["https://repeated.example/"] })
    const caseId = (await openCase(system(), { tipId: accepted.tipId, campaign: "demo-2026" }))?.caseId ?? ""
    const { number } = (await getCase(as("cai"), { caseId })).case
    const elsewhere = await told("other.example")
    const [first, second] = [await told("repeated.example"), await told("repeated.example")]
    const later = await told("repeated.example")
    for (const tipId of [elsewhere, second]) await aFile(tipId, "one file, told twice")
    const originals = await listOriginals(as("mei"), { tipId: second })
    expect(originals.map(({ kind, number: called, by }) => [kind, called, by])).toEqual([
      ["tip", numberOf(elsewhere), "file"],
      ["case", number, "site"],
      ["tip", numberOf(first), "site"],
    ])
    expect(JSON.stringify(originals)).not.toContain(numberOf(later))
    // Each can be picked as it is.
    const { version } = await claimTip(as("mei"), { tipId: second })
    const of = originals[2]?.number ?? ""
    expect(await markDuplicate(as("mei"), { tipId: second, version, of })).toMatchObject({
      duplicateOf: first,
    })
    const after = await listOriginals(as("mei"), { tipId: later })
    expect(after.map(({ number: called }) => called)).not.toContain(numberOf(second))
  })

  it("is told to moderators alone", async () => {
    const tipId = await told("lonely.example")
    expect(await listOriginals(as("mei"), { tipId })).toEqual([])
    await expect(listOriginals(as("cai"), { tipId })).rejects.toMatchObject({ code: "forbidden" })
  })
})
