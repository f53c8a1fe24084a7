import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Case, outcomes } from "@/lib/case"
import { idFrom } from "@/lib/kernel/id"
import { confirmedSites, type ListedSite, standingsOf } from "@/lib/site-list/listed-site"

const by = { id: "cai", name: "Cai" }
const closed = (change: Partial<Case>): Case => ({
  caseId: idFrom("cas", "1"),
  status: "closed",
  site: "a.example",
  sites: ["a.example", "b.example"],
  campaign: "c",
  tipCount: 1,
  openedAt: "2026-01-01T00:00:00.000Z",
  outcome: "penalised",
  closing: { outcome: "penalised", sites: ["a.example"], by },
  version: 3,
  head: "",
  ...change,
})

describe("the sites that a case confirms", () => {
  it.each([
    ["those that two people confirmed", {}, ["a.example"]],
    ["none while it is open", { status: "open" }, []],
    ["none while it is acted on", { status: "acting" }, []],
    ["none where it was without ground", { outcome: "unfounded" }, []],
    ["none where it was closed before sites were confirmed", { closing: { outcome: "penalised", by } }, []],
    [
      "none that is not its own",
      { closing: { outcome: "penalised", sites: ["c.example", "b.example"], by } },
      ["b.example"],
    ],
  ] as const)("%s", (_, change, sites) => {
    expect(confirmedSites(closed(change))).toEqual(sites)
  })
})

describe("where a site stands", () => {
  const moment = fc.integer({ min: 1, max: 9 }).map((day) => `2026-01-0${day}T00:00:00.000Z`)
  const entry = fc.record({
    caseId: fc.constantFrom("1", "2", "3", "4").map((text) => idFrom("cas", text)),
    site: fc.constantFrom("a.example", "b.example", "name:1"),
    campaign: fc.constant("c"),
    outcome: fc.constantFrom(...outcomes),
    listedAt: moment,
    removedAt: fc.option(moment, { nil: undefined }),
  })

  it("is listed as long as one case confirms it, and since the first that does", () => {
    fc.assert(
      fc.property(fc.array(entry), (all: ListedSite[]) => {
        const standings = standingsOf(all)
        expect(standings.map(({ site }) => site)).toEqual(
          [...new Set(all.map(({ site }) => site))].toSorted(),
        )
        for (const { site, status, listedAt, removedAt } of standings) {
          const own = all.filter((one) => one.site === site)
          const active = own.filter((one) => !one.removedAt)
          expect(status).toBe(active.length > 0 ? "listed" : "removed")
          if (active.length > 0) {
            expect(listedAt).toBe(active.map((one) => one.listedAt).toSorted()[0])
            expect(removedAt).toBeUndefined()
          } else
            expect(removedAt).toBe(
              own
                .map((one) => one.removedAt)
                .toSorted()
                .at(-1),
            )
        }
      }),
    )
  })
})
