import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { getCase, openCase } from "@/lib/case"
import { findAnything, listSameFiles } from "@/lib/desk"
import { numberOf } from "@/lib/reporter"
import { acceptedTip, submitted } from "@/tests/support/factory"
import { as, system } from "@/tests/support/people"
import { sealedFile } from "@/tests/support/sealed"

const find = (text: string) => findAnything(as("mei"), { text })

describe("what somebody pastes into the box", () => {
  it("finds a tip by its number however it is typed, and by its id", async () => {
    const { tipId } = await submitted()
    const number = numberOf(tipId)
    for (const text of [number, number.toUpperCase(), number.replaceAll("-", ""), ` ${tipId} `])
      expect((await find(text)).tips).toMatchObject([{ tipId }])
  })

  it("finds a case by its number or id, and by every address of its site", async () => {
    const { tipId } = await acceptedTip({ targets: ["https://found.example/watch/1"] })
    const caseId = (await openCase(system(), { tipId, campaign: "demo-2026" })) ?? ""
    const { number = "" } = (await getCase(as("cai"), { caseId })).case
    const pasted = [
      "found.example",
      "https：//www.found。example/else?x=1",
      "看这里 https://found.example/2，免费",
    ]
    for (const text of [caseId, number, ...pasted])
      expect((await find(text)).cases, text).toMatchObject([{ caseId }])
  })

  it("finds the tips that have a file of these bytes, and names the others beside one of them", async () => {
    const bytes = Buffer.from("the same page, saved twice\n")
    const [one, two] = [await sealedFile("a.txt", bytes), await sealedFile("b.txt", bytes)]
    const hash = createHash("sha256").update(bytes).digest("hex")
    for (const text of [hash, hash.toUpperCase()])
      expect((await find(text)).tips.map(({ tipId }) => tipId).toSorted()).toEqual(
        [one.tipId, two.tipId].toSorted(),
      )
    expect(await listSameFiles(as("mei"), { tipId: one.tipId })).toMatchObject([{ tipId: two.tipId }])
    expect(await find("0".repeat(64))).toEqual({ tips: [], cases: [], sites: [] })
    await expect(listSameFiles(as("pia"), { tipId: one.tipId })).rejects.toMatchObject({ code: "forbidden" })
  })

  it.each([
    "",
    "0000-0000-0000",
    "2026-99999",
    "cas_0000000000000000",
    "https://unheard-of.example/",
    "只是一些字",
  ])("finds nothing, and fails of nothing, for: %s", async (text) => {
    expect(await find(text)).toMatchObject({ tips: [], cases: [] })
  })

  it("is answered to those alone who may read tips", async () => {
    for (const name of ["pia", "officer"] as const)
      await expect(findAnything(as(name), { text: "x" })).rejects.toMatchObject({ code: "forbidden" })
  })
})
