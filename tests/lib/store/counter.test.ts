import { PutCommand } from "@aws-sdk/lib-dynamodb"
import { afterEach, describe, expect, it, vi } from "vitest"
import { countedIn, countOne } from "@/lib/store/counter"
import { documents } from "@/lib/store/table"
import { requestsOf } from "@/tests/support/requests"

const window = { key: "counter", windowSeconds: 60 }
const later = (seconds: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + seconds * 1000 })

afterEach(() => {
  vi.useRealTimers()
})

describe("a counter", () => {
  it("costs one request a count, the first of a window too", async () => {
    expect(await requestsOf(() => countOne(window, "one"))).toHaveLength(1)
    expect(await requestsOf(() => countOne(window, "one"))).toHaveLength(1)
    expect(await countedIn(window, "one")).toEqual({ count: 2, secondsLeft: 60 })
  })

  it("counts each of many that come at once", async () => {
    const counts = await Promise.all(Array.from({ length: 20 }, () => countOne(window, "many")))
    expect(counts.map(({ count }) => count).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, at) => at + 1),
    )
  })

  it("counts more than one where one stands for more", async () => {
    await countOne(window, "weighed", 15)
    expect((await countOne(window, "weighed", 15)).count).toBe(30)
  })

  it("ends its window when its time is over, however many count on", async () => {
    await countOne(window, "ends")
    later(59)
    expect(await countOne(window, "ends")).toMatchObject({ count: 2, secondsLeft: expect.any(Number) })
    later(2)
    expect(await countedIn(window, "ends")).toEqual({ count: 0, secondsLeft: 60 })
  })

  it("begins anew with the first of many after a window that was not deleted yet, and loses none", async () => {
    for (let at = 0; at < 5; at++) await countOne(window, "anew")
    later(61)
    const counts = await Promise.all(Array.from({ length: 10 }, () => countOne(window, "anew")))
    expect(Math.max(...counts.map(({ count }) => count))).toBe(10)
    expect((await countedIn(window, "anew")).count).toBe(10)
  })

  it("goes on with what was counted before 26 November 2026", async () => {
    const expire = (Date.now() + 30_000) / 1000
    const Item = { key: "counter:former", points: 4, expire }
    await documents.send(new PutCommand({ TableName: process.env.LIMITS_TABLE_NAME, Item }))
    expect(await countOne(window, "former")).toMatchObject({ count: 5, secondsLeft: 30 })
  })
})
