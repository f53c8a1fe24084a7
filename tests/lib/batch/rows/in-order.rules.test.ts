import fc from "fast-check"
import { expect, it } from "vitest"
import { inOrder } from "@/lib/batch/rows/in-order"

type Item = { readonly at: number; readonly key: string | undefined; readonly takesMs: number }

async function* each<Value>(values: readonly Value[]) {
  yield* values
}

it("answers in order, and begins what has one key one after the other, however long each takes", async () => {
  const item = fc.record({
    key: fc.constantFrom("a", "b", undefined),
    takesMs: fc.integer({ min: 0, max: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      async (all, atOnce) => {
        const items: Item[] = all.map((one, at) => ({ ...one, at }))
        const underWay = new Set<string>()
        const begun: Item[] = []
        const work = async (one: Item) => {
          begun.push(one)
          if (one.key !== undefined) {
            expect(underWay.has(one.key)).toBe(false)
            underWay.add(one.key)
          }
          await new Promise((resolve) => setTimeout(resolve, one.takesMs))
          if (one.key !== undefined) underWay.delete(one.key)
          return one.at
        }
        const results = await Array.fromAsync(inOrder(each(items), atOnce, work, ({ key }) => key))
        expect(results).toEqual(items.map(({ at }) => at))
        for (const key of ["a", "b"]) {
          const places = begun.filter((one) => one.key === key).map(({ at }) => at)
          expect(places).toEqual(places.toSorted((a, b) => a - b))
        }
      },
    ),
    { numRuns: 40 },
  )
})
