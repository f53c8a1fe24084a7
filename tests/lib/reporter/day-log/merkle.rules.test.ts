import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { leafHash, pathOf, rootFrom, rootOf } from "@/lib/reporter/day-log/merkle"

const hex = (text: string) => Buffer.from(text, "hex")

/** The tree on which implementations of RFC 6962 are tried. */
const inputs = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map(hex)
const leaves = inputs.map(leafHash)

describe("the Merkle tree", () => {
  it.each([
    [0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    [1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
    [2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    [3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"],
    [8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"],
  ])("of %d leaves has the root that RFC 6962 gives it", (count, root) => {
    expect(rootOf(leaves.slice(0, count)).toString("hex")).toBe(root)
  })

  it("leads from every leaf to its root, and from no other leaf, place or size", () => {
    const tree = fc
      .array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 70 })
      .chain((those) => fc.tuple(fc.constant(those.map(leafHash)), fc.nat(those.length - 1)))
    fc.assert(
      fc.property(tree, fc.nat(80), ([those, index], other) => {
        const leaf = those[index] ?? Buffer.alloc(0)
        const path = pathOf(those, index)
        const root = rootOf(those)
        const from = (at: number, size: number, start = leaf) => rootFrom(start, { index: at, size, path })
        expect(from(index, those.length)?.equals(root)).toBe(true)
        expect(from(index, those.length, leafHash(Buffer.from("another leaf")))?.equals(root)).not.toBe(true)
        expect(from(those.length, those.length)).toBeUndefined()
        if (
          other !== index &&
          !those[other]?.equals(leaf) &&
          those.length > 1 &&
          new Set(those.map(String)).size === those.length
        )
          expect(from(other, those.length)?.equals(root)).not.toBe(true)
        expect(rootFrom(leaf, { index, size: those.length, path: [...path, root] })).toBeUndefined()
      }),
    )
  })
})
