import { expect, it } from "vitest"
import { verdictOf } from "@/lib/delivery/send-due"

it("only an answer of 200 to 299 counts as taken", () => {
  const statuses = [100, 101, 199, 200, 204, 299, 300, 301, 307, 400, 500]
  expect(statuses.filter((status) => verdictOf({ status }) === "taken")).toEqual([200, 204, 299])
  expect(verdictOf({})).toBe("later")
})

it("a receiver that says it is gone is left at once", () => {
  expect(verdictOf({ status: 410 })).toBe("never")
})
