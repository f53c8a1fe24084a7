import { describe, expect, it } from "vitest"
import { visits, visitsWhileShut } from "@/tests/support/browser/covering"

type Row = Readonly<Record<string, unknown>>

/** The pairs of values of two columns that no row has. */
const missingPairs = (domain: Readonly<Record<string, readonly unknown[]>>, rows: readonly Row[]) =>
  Object.keys(domain).flatMap((one, at, names) =>
    names
      .slice(at + 1)
      .flatMap((other) =>
        (domain[one] ?? []).flatMap((value) =>
          (domain[other] ?? [])
            .filter((second) => !rows.some((row) => row[one] === value && row[other] === second))
            .map((second) => `${one} ${value}, ${other} ${second}`),
        ),
      ),
  )

const domain = { locale: ["zh", "en"], size: ["phone", "desktop"], script: [true, false] }

describe("a covering set of visits", () => {
  it("has every pair of language, size and script", () => {
    expect(missingPairs(domain, visits)).toEqual([])
    expect(missingPairs(domain, visits.slice(1))).not.toEqual([])
  })

  it("has every pair of language, script and what is shut", () => {
    const rows = Object.entries(visitsWhileShut).flatMap(([shut, all]) =>
      all.map((visit) => ({ ...visit, shut })),
    )
    const { locale, script } = domain
    expect(missingPairs({ locale, script, shut: Object.keys(visitsWhileShut) }, rows)).toEqual([])
  })
})
