import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bandsOf, distanceOf } from "@/lib/evidence/likeness"

const likenesses = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
const hex = (bits: bigint) => bits.toString(16).padStart(16, "0")
const turned = (bits: bigint, places: readonly number[]) =>
  places.reduce((all, place) => all ^ (1n << BigInt(place)), bits)

describe("what a picture looks like", () => {
  it("differs from another in as many bits as were turned", () => {
    fc.assert(
      fc.property(likenesses, fc.uniqueArray(fc.nat(63), { maxLength: 64 }), (bits, places) => {
        expect(distanceOf(hex(bits), hex(turned(bits, places)))).toBe(places.length)
      }),
    )
  })

  it("has a band in common with every other that differs in four bits or fewer", () => {
    fc.assert(
      fc.property(likenesses, fc.uniqueArray(fc.nat(63), { maxLength: 4 }), (bits, places) => {
        const bands = new Set(bandsOf(hex(bits)))
        expect(bandsOf(hex(turned(bits, places))).some((band) => bands.has(band))).toBe(true)
      }),
    )
  })

  it("is told whole by its bands", () => {
    fc.assert(
      fc.property(likenesses, (bits) => {
        const text = bandsOf(hex(bits)).map((band) => band.slice(2))
        expect(BigInt(`0b${text.join("")}`)).toBe(bits)
      }),
    )
  })
})
