import { describe, expect, it } from "vitest"
import { listingOf, readTargets } from "@/lib/target"
import { namedExamples } from "@/lib/target/platform/named"
import { platforms } from "@/lib/target/platform/table"

const siteOf = (typed: string) =>
  readTargets([typed]).map((one) => ("target" in one ? one.target.site : one.rule))

const examples = platforms.flatMap(({ id, examples: of }) =>
  Object.entries(of).map(([address, named]) => [address, `${id}:${named}`] as const),
)

describe("the table of platforms", () => {
  it.each(examples)("%s is %s", (address, site) => {
    expect(siteOf(address)).toEqual([site])
  })

  it.each(namedExamples)("$text is $site", ({ text, site }) => {
    expect(siteOf(text)).toEqual([site])
  })

  it("names each row once", () => {
    const ids = platforms.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(platforms)("has an example of $id", ({ id, examples: of }) => {
    expect(Object.keys(of).length).toBeGreaterThan(0)
    expect(listingOf(`${id}:x`)).toMatchObject({ platform: id, id: "x" })
  })
})
