import { GetCommand } from "@aws-sdk/lib-dynamodb"
import { describe, expect, it } from "vitest"
import { documents } from "@/lib/store/table"
import { ConditionFailed, transact, type Write } from "@/lib/store/transact"
import { withRefusedWrites } from "@/tests/support/refused-writes"

const TableName = process.env.TABLE_NAME

const create = (pk: string): Write => ({
  Put: { TableName, Item: { pk, sk: "test" }, ConditionExpression: "attribute_not_exists(pk)" },
})
const _overwrite = (pk: string): Write => ({ Put: { TableName, Item: { pk, sk: "test" } } })
const isThere = async (pk: string) => {
  const { Item } = await documents.send(
    new GetCommand({ TableName, Key: { pk, sk: "test" }, ConsistentRead: true }),
  )
  return Item !== undefined
}

const clash = { type: "TransactionCanceledException", reasons: ["None", "TransactionConflict"] }
const clashOfOne = { type: "TransactionConflictException" }

describe("a transaction", () => {
  it("writes all of it", async () => {
    await transact([create("all-1"), create("all-2")])
    expect([await isThere("all-1"), await isThere("all-2")]).toEqual([true, true])
  })

  it("whose condition does not hold writes nothing, and says which", async () => {
    await transact([create("taken-1")])
    await transact([create("taken-3")])
    const refused = transact([create("taken-1"), create("free"), create("taken-3")])
    await expect(refused).rejects.toEqual(new ConditionFailed([0, 2]))
    await expect(refused).rejects.toMatchObject({ failed: [0, 2] })
    expect(await isThere("free")).toBe(false)
    await expect(transact([create("taken-1")])).rejects.toMatchObject({ failed: [0] })
  })

  it("made by many at once is made by one", async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => transact([create("once"), create(`once-by-${n}`)])),
    )
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ failed: [0] })
  })
})

describe("a clash with another transaction in flight", () => {
  it("is over when tried again", async () => {
    const writes = [create("clash-1"), create("clash-2")]
    const { result, requests } = await withRefusedWrites([clash, clash], () => transact(writes))
    expect([result.status, requests]).toEqual(["fulfilled", 3])
    expect(await isThere("clash-2")).toBe(true)
  })

  it("of a single put is over when tried again", async () => {
    const { result, requests } = await withRefusedWrites([clashOfOne], () => transact([create("clash-3")]))
    expect([result.status, requests]).toEqual(["fulfilled", 2])
    expect(await isThere("clash-3")).toBe(true)
  })

  it("says nothing of the conditions, which are judged in the next try", async () => {
    await transact([create("clash-4")])
    const writes = [create("clash-5"), create("clash-4")]
    const { result } = await withRefusedWrites([clash], () => transact(writes))
    expect(result).toMatchObject({ reason: { name: "ConditionFailed", failed: [1] } })
  })

  it("that does not end is unavailable, to be tried again in a second", async () => {
    const writes = [create("clash-6"), create("clash-7")]
    const { result, requests } = await withRefusedWrites(Array(9).fill(clash), () => transact(writes))
    expect(result).toMatchObject({ reason: { code: "unavailable", retryAfterSeconds: 1 } })
    expect(requests).toBe(5)
    expect(await isThere("clash-6")).toBe(false)
  })
})

describe("a refusal for another reason", () => {
  it("of a condition that did not hold beside a clash is that condition's", async () => {
    const both = { ...clash, reasons: ["TransactionConflict", "ConditionalCheckFailed"] }
    const writes = [create("both-1"), create("both-2")]
    const { result, requests } = await withRefusedWrites([both], () => transact(writes))
    expect(result).toMatchObject({ reason: { name: "ConditionFailed", failed: [1] } })
    expect(requests).toBe(1)
  })
})

describe("a throttled write", () => {
  const throttledPart = { type: "TransactionCanceledException", reasons: ["ThrottlingError", "None"] }

  it.each([
    ["a part of a transaction", throttledPart, ["throttled-1", "throttled-2"]],
    ["a transaction", { type: "ThrottlingException" }, ["throttled-3", "throttled-4"]],
    ["a single put", { type: "ProvisionedThroughputExceededException" }, ["throttled-5"]],
  ])("of %s is done when tried again", async (_, refusal, keys) => {
    const { result } = await withRefusedWrites([refusal, refusal], () => transact(keys.map(create)))
    expect(result).toMatchObject({ status: "fulfilled" })
    for (const key of keys) expect(await isThere(key)).toBe(true)
  })

  it("that does not end says that nothing was stored and when to come again", async () => {
    const { result } = await withRefusedWrites(
      Array.from({ length: 60 }, () => throttledPart),
      () => transact([create("throttled-6"), create("throttled-7")]),
    )
    expect(result).toMatchObject({
      reason: { code: "unavailable", reason: "not-stored", retryAfterSeconds: 1 },
    })
    expect(await isThere("throttled-6")).toBe(false)
  })

  it("whose condition does not hold either is not tried again", async () => {
    const both = {
      type: "TransactionCanceledException",
      reasons: ["ConditionalCheckFailed", "ThrottlingError"],
    }
    const { result, requests } = await withRefusedWrites([both], () =>
      transact([create("throttled-8"), create("throttled-9")]),
    )
    expect([result.status, requests]).toEqual(["rejected", 1])
  })
})
