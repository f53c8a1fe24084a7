import { expect, it } from "vitest"
import { batchResults } from "@/app/api/_batch/batch-results"
import { DomainError } from "@/lib/kernel/errors"

const results = async (take: (value: unknown) => Promise<{ status: "created" }>) => {
  const rows = async function* () {
    for (const value of [1, 2, 3]) yield { value }
  }
  return Array.fromAsync(batchResults({ locale: "en", requestId: "req_1", rows: rows(), take }))
}

it("says of a row at which the store fails for good that it is not to be sent again, and goes on", async () => {
  const taken = await results(async (value) => {
    if (value === 2) throw Object.assign(new Error("Item size"), { name: "ValidationException" })
    return { status: "created" }
  })
  expect(taken).toMatchObject([
    { row: 1, status: "created" },
    { row: 2, status: "invalid", errors: [{ rule: "row-not-stored" }] },
    { row: 3, status: "created" },
  ])
  expect(JSON.stringify(taken)).toContain("req_1")
})

it("asks for a row again only where the store is silent", async () => {
  const taken = await results(async (value) => {
    if (value === 2) throw new DomainError("unavailable", { retryAfterSeconds: 5 })
    return { status: "created" }
  })
  expect(taken[1]).toMatchObject({ row: 2, status: "failed" })
})
