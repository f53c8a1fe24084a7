import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { idFrom } from "@/lib/kernel/id"
import { cursorOf, pageOf } from "@/lib/store/page"

const rows = fc.uniqueArray(
  fc.record({
    at: fc
      .date({ min: new Date(0), max: new Date("2099-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString()),
    id: fc.stringMatching(/^[0-9a-z-]{1,16}$/).map((text) => idFrom("tip", text)),
  }),
  { selector: ({ id }) => id, maxLength: 30 },
)
const size = 4

describe("pages", () => {
  it("hold each row once and in order, whatever shards gave them", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const seen: string[] = []
        let left = [...given]
        for (let turns = 0; turns <= given.length; turns++) {
          const { rows: page, next } = pageOf(left, (row) => row, size)
          seen.push(...page.map(({ at, id }) => `${at}#${id}`))
          if (!next) break
          const { at, id } = cursorOf("tip").parse(next)
          left = given.filter((row) => `${row.at}#${row.id}` > `${at}#${id}`)
        }
        expect(seen).toEqual(given.map(({ at, id }) => `${at}#${id}`).sort())
      }),
    )
  })

  it("are no other list's", () => {
    const { next = "" } = pageOf(
      ["1", "2"].map((text) => ({ at: "2026-01-01T00:00:00.000Z", id: idFrom("tip", text) })),
      (row) => row,
      1,
    )
    expect(cursorOf("tip").safeParse(next).success).toBe(true)
    expect(cursorOf("cas").safeParse(next).success).toBe(false)
  })

  it("are refused, not failed, where the cursor is any other text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        expect(cursorOf("tip").safeParse(text).success).toBe(false)
      }),
    )
  })
})
