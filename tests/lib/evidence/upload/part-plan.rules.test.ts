import fc from "fast-check"
import { expect, it } from "vitest"
import { sizeBytesMax } from "@/lib/evidence/evidence"
import { partPlanOf, partSizeOf, partsFromBytes } from "@/lib/evidence/upload/part-plan"

const planOf = (sizeBytes: number) => partPlanOf({ announced: { name: "a", sizeBytes } })

it("a large file is cut into parts that S3 takes and that are the whole", () => {
  fc.assert(
    fc.property(fc.integer({ min: partsFromBytes + 1, max: sizeBytesMax }), (sizeBytes) => {
      const plan = planOf(sizeBytes)
      if (!plan) throw new Error("no plan")
      const sizes = Array.from({ length: plan.count }, (_, at) => partSizeOf(plan, sizeBytes, at + 1))
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(sizeBytes)
      expect(plan.count).toBeLessThanOrEqual(10_000)
      expect(Math.min(...sizes)).toBeGreaterThan(0)
      expect(sizes.slice(0, -1).every((size) => size >= 5 * 1024 ** 2)).toBe(true)
    }),
    { examples: [[partsFromBytes + 1], [sizeBytesMax], [3 * 8 * 1024 ** 2]] },
  )
})

it("a small file goes in one piece", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: partsFromBytes }), (sizeBytes) => {
      expect(planOf(sizeBytes)).toBeUndefined()
    }),
  )
})
