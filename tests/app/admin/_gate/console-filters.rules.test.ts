import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { filterNameMax, filtersIn, withFilter } from "@/app/admin/_gate/console-filters"

const filter = (name: string, query = "queue=citizens&category=film-tv") => ({ name, query })

describe("saved filters", () => {
  it("are read as they were saved, the newest last, one for each name", () => {
    const one = withFilter([], filter("影视"))
    const two = withFilter(filtersIn(one), filter("音乐"))
    const again = withFilter(filtersIn(two), filter("影视", "queue=citizens&category=music"))
    expect(filtersIn(again)).toEqual([filter("音乐"), filter("影视", "queue=citizens&category=music")])
  })

  it("are none where the cookie is none of ours", () => {
    for (const cookie of [undefined, "", "x", "{}", '[{"name":""}]', '[{"name":"a","query":1}]'])
      expect(filtersIn(cookie)).toEqual([])
  })

  it("fit into a cookie, or one more is refused", () => {
    const name = fc
      .string({ unit: "binary", minLength: 1, maxLength: filterNameMax })
      .filter((one) => one.trim() !== "")
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ maxLength: 300 })), { maxLength: 20 }), (given) => {
        let cookie = "[]"
        for (const [at, [text, query]] of given.entries()) {
          const next = withFilter(filtersIn(cookie), {
            name: `${at}${text}`.trim().slice(0, filterNameMax),
            query,
          })
          cookie = next ?? cookie
        }
        expect(encodeURIComponent(cookie).length).toBeLessThanOrEqual(3_500)
        expect(filtersIn(cookie).length).toBeLessThanOrEqual(8)
      }),
    )
  })
})
