import { expect, it } from "vitest"
import { rowResults } from "@/lib/batch"
import { DomainError } from "@/lib/kernel/errors"

type Options = Partial<Parameters<typeof rowResults<string>>[0]>

const results = async (take: (value: unknown) => Promise<string>, options: Options = {}) => {
  const rows = async function* () {
    for (const value of [1, 2, 3]) yield { value }
  }
  const batch = { requestId: "req_1", rows: rows(), rowsMax: 10, take, ...options }
  return Array.fromAsync(rowResults(batch))
}
const ok = async () => "ok"

it("says of a row at which the store fails for good that it is not to be sent again, and goes on", async () => {
  const taken = await results(async (value) => {
    if (value === 2) throw Object.assign(new Error("Item size"), { name: "ValidationException" })
    return "ok"
  })
  expect(taken).toMatchObject([
    { row: 1, status: "taken", taken: "ok" },
    { row: 2, status: "invalid", issues: [{ rule: "row-not-stored", params: { requestId: "req_1" } }] },
    { row: 3, status: "taken" },
  ])
})

it("asks for a row again only where the store is silent", async () => {
  const taken = await results(async (value) => {
    if (value === 2) throw new DomainError("unavailable", { retryAfterSeconds: 5 })
    return "ok"
  })
  expect(taken[1]).toMatchObject({ row: 2, status: "failed", why: { retryAfterSeconds: 5 } })
})

it("begins no row after its time, and says from where to send again", async () => {
  expect(await results(ok, { stopsAt: Date.now() - 1 })).toEqual([
    { row: 1, status: "failed", why: "time-over" },
  ])
})

it("takes no more rows than it may, and says so at the next", async () => {
  expect(await results(ok, { rowsMax: 2 })).toMatchObject([
    { row: 1, status: "taken" },
    { row: 2, status: "taken" },
    { row: 3, status: "ended", issues: [{ rule: "batch-too-long", params: { max: 2 } }] },
  ])
})

it("passes over the rows that were done before, and keeps their numbers", async () => {
  expect(await results(ok, { rowsDone: 2 })).toMatchObject([{ row: 3, status: "taken" }])
})
