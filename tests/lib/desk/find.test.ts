import { createHash } from "node:crypto"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { getCase, openCase } from "@/lib/case"
import { findAnything, listLikePictures, listSameFiles } from "@/lib/desk"
import { numberOf } from "@/lib/reporter"
import { acceptedTip, submitted } from "@/tests/support/factory"
import { as, system } from "@/tests/support/people"
import { drawnFile, sealedFile } from "@/tests/support/sealed"

const plainPicture = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: "#fff" } })
    .png()
    .toBuffer()

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
    const caseId = (await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? ""
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

  it("names beside a tip the others of which a picture looks alike, and none of another picture", async () => {
    /** A page with blocks where the numbers say. */
    const page = (seed: number, width = 640) => {
      const blocks = Array.from({ length: 12 }, (_, at) => {
        const [x, y, shade] = [17, 29, 41].map((step) => (at + 1) * (seed * step + 7))
        return `<rect x="${(x ?? 0) % 560}" y="${(y ?? 0) % 320}" width="90" height="60" fill="rgb(${(shade ?? 0) % 200},80,60)"/>`
      })
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><rect width="640" height="400" fill="#fff"/>${blocks.join("")}</svg>`
      return sharp(Buffer.from(svg)).resize({ width })
    }
    const [first, smaller, other, blank] = [
      await drawnFile("shot.png", await page(1).png().toBuffer()),
      await drawnFile("forwarded.jpg", await page(1, 400).jpeg({ quality: 60 }).toBuffer()),
      await drawnFile("else.png", await page(5).png().toBuffer()),
      await drawnFile("white.png", await plainPicture(640)),
    ]
    await drawnFile("white-too.png", await plainPicture(400))
    const likeOf = async ({ ids }: typeof first) =>
      (await listLikePictures(as("mei"), { tipId: ids.tipId })).map(({ tipId }) => tipId)
    expect(await likeOf(first)).toEqual([smaller.ids.tipId])
    expect(await likeOf(smaller)).toEqual([first.ids.tipId])
    expect(await likeOf(other)).toEqual([])
    // Empty pictures are alike in nothing.
    expect(await likeOf(blank)).toEqual([])
    await expect(listLikePictures(as("pia"), { tipId: first.ids.tipId })).rejects.toMatchObject({
      code: "forbidden",
    })
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
