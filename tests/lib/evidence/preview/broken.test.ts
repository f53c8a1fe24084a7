import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { samples } from "@/tests/support/files/samples"
import { settled } from "@/tests/support/settled"

/** Drawing these takes a second or two each. */
const slow = ["pdf", "mp4", "mov", "webm", "mkv"]

type Harm = { readonly cut: number; readonly flips: readonly (readonly [at: number, bit: number])[] }

const harmed = (bytes: Buffer, { cut, flips }: Harm) => {
  const left = Buffer.from(bytes.subarray(0, Math.max(1, Math.ceil(bytes.length * cut))))
  for (const [at, bit] of flips) {
    const place = Math.min(left.length - 1, Math.floor(left.length * at))
    left.writeUInt8((left[place] ?? 0) ^ (1 << bit), place)
  }
  return left
}

const part = fc.double({ min: 0, max: 1, noNaN: true })
const harms = fc.record({
  cut: fc.oneof(fc.constant(1), part),
  // Most of what decides is in front.
  flips: fc.array(
    fc.tuple(
      fc.oneof(
        part,
        part.map((at) => at / 20),
      ),
      fc.integer({ min: 0, max: 7 }),
    ),
    { maxLength: 12 },
  ),
})

describe("a file of each kind", () => {
  it.each(samples)("%s is verified when it is whole", async (ending, bytes) => {
    expect(await settled(`whole.${ending}`, bytes)).toMatchObject({ state: "verified" })
  })

  it.each(samples)("%s broken off anywhere ends in a state", async (ending, bytes) => {
    for (const cut of [0, 0.01, 0.3, 0.7]) await settled(`cut.${ending}`, harmed(bytes, { cut, flips: [] }))
    await settled(`cut.${ending}`, bytes.subarray(0, -1))
  })

  it.each(samples)(
    "%s with bits turned over and its end cut off ends in a state",
    async (ending, bytes) => {
      await fc.assert(
        fc.asyncProperty(harms, async (harm) => {
          await settled(`harmed.${ending}`, harmed(bytes, harm))
        }),
        { numRuns: slow.includes(ending) ? 3 : 6, interruptAfterTimeLimit: 25_000 },
      )
    },
    60_000,
  )
})
