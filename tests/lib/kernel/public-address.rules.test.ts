import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { isLoopbackAddress, isPublicAddress } from "@/lib/kernel/public-address"

const byte = fc.nat({ max: 255 })
const within = (first: number, second: fc.Arbitrary<number> = byte) =>
  fc.tuple(fc.constant(first), second, byte, byte)

const notPublic = fc.oneof(
  within(0),
  within(10),
  within(127),
  within(100, fc.integer({ min: 64, max: 127 })),
  within(169, fc.constant(254)),
  within(172, fc.integer({ min: 16, max: 31 })),
  within(192, fc.constant(168)),
  within(198, fc.integer({ min: 18, max: 19 })),
  fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
)

const hex = (one: number, other: number) => ((one << 8) | other).toString(16)

/** An IPv4 address in all the ways in which IPv6 carries it. */
const carried = ([a, b, c, d]: readonly number[]) => {
  const [one = 0, two = 0, three = 0, four = 0] = [a, b, c, d]
  const pair = `${hex(one, two)}:${hex(three, four)}`
  return [
    `::ffff:${pair}`,
    `::ffff:${one}.${two}.${three}.${four}`,
    `::${one}.${two}.${three}.${four}`,
    `::ffff:0:${pair}`,
    `64:ff9b::${pair}`,
    `64:ff9b:1::${pair}`,
    `2002:${pair}::`,
    `2001:0:${pair}::1`,
  ]
}

describe("an address", () => {
  it("of no machine on the internet is not public, as it stands or inside IPv6", () => {
    fc.assert(
      fc.property(notPublic, (bytes) => {
        expect([bytes.join("."), ...carried(bytes)].filter(isPublicAddress)).toEqual([])
      }),
    )
  })

  it("of IPv6 outside what is handed out is not public", () => {
    const first = fc.integer({ min: 0, max: 0xffff }).filter((group) => group < 0x2000 || group > 0x3fff)
    fc.assert(
      fc.property(first, fc.tuple(byte, byte), (group, [a, b]) => {
        expect(isPublicAddress(`${group.toString(16)}::${hex(a, b)}:1`)).toBe(false)
      }),
    )
  })

  it("of a machine on the internet is public", () => {
    for (const address of ["1.1.1.1", "8.8.8.8", "114.114.114.114", "2606:4700::1111", "2400:3200::1"])
      expect([address, isPublicAddress(address)]).toEqual([address, true])
  })

  it("that is none is neither public nor of this machine", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (/[\d:]/.test(text)) return
        expect([isPublicAddress(text), isLoopbackAddress(text)]).toEqual([false, false])
      }),
    )
  })
})
