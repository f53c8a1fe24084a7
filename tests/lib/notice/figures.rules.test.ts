import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Figure } from "@/lib/campaign"
import { meant } from "@/lib/notice/figures"
import { readReference, referencesIn } from "@/lib/notice/references"

const figure = (status: Figure["status"], value: number): Figure => ({
  metric: "links-removed",
  value,
  status,
  asOf: "2026-01-01",
  precision: "exact",
  sources: [],
})
const [interim, final, running] = [figure("interim", 1), figure("final", 2), figure("running", 3)]

describe("a reference to a figure", () => {
  it.each([
    ["{{figure:c-1/links-removed}}", { campaign: "c-1", metric: "links-removed" }],
    ["{{figure:c-1/links-removed@interim}}", { campaign: "c-1", metric: "links-removed", status: "interim" }],
    ["{{figure:c-1/links-removed@final}}", { campaign: "c-1", metric: "links-removed", status: "final" }],
  ])("%s names its campaign, metric and status", (text, wanted) => {
    expect(readReference(text)).toEqual(wanted)
  })

  it.each([
    "{{figure:c-1/no-such-metric}}",
    "{{figure:c-1/links-removed@best}}",
    "{{figure:c-1/links-removed@running}}",
    "{{figure:links-removed}}",
    "{{ figure:c-1/links-removed }}",
    "{{figure}}",
    "{{Figure:c-1/links-removed}}",
  ])("mistyped as %s is found and means nothing", (text) => {
    expect(referencesIn(`before ${text} after`)).toEqual([text])
    expect(readReference(text)).toBeUndefined()
  })

  it.each([
    "{{figures}}",
    "{figure:c-1/links-removed}",
    "{{other:c-1/links-removed}}",
    "a {{figure of speech",
  ])("is not %s", (text) => {
    expect(referencesIn(text)).toEqual([])
  })

  it("that comes twice is one", () => {
    const text = "{{figure:c/links-removed}}"
    expect(referencesIn(`${text} and ${text}`)).toEqual([text])
  })
})

describe("the figure that is meant", () => {
  const wanted = { campaign: "c", metric: "links-removed" } as const

  it.each([
    ["the final one", [interim, running, final], undefined, final],
    ["the interim one where there is no final one", [running, interim], undefined, interim],
    ["never the running count, which nobody published", [running], undefined, undefined],
    ["the interim one when that is named, though there is a final one", [final, interim], "interim", interim],
    ["none when the named status has none", [interim], "final", undefined],
    ["none when there is none at all", [], undefined, undefined],
  ] as const)("is %s", (_, figures, status, expected) => {
    expect(meant(figures, { ...wanted, status })).toBe(expected)
  })

  it("is never another metric's", () => {
    expect(meant([final], { campaign: "c", metric: "items-seized" })).toBeUndefined()
  })
})

describe("the references of any text", () => {
  const text = fc.array(
    fc.oneof(
      fc.string(),
      fc.constantFrom("{{figure:c-1/links-removed}}", "{{figure", "}}", "{{ Figure:x }}", "{{"),
    ),
  )

  it("are found where they stand, each once, and are read without failing", () => {
    fc.assert(
      fc.property(text, (parts) => {
        const body = parts.join("")
        const found = referencesIn(body)
        expect(new Set(found).size).toBe(found.length)
        for (const reference of found) {
          expect(body).toContain(reference)
          expect(referencesIn(reference)).toEqual([reference])
          readReference(reference)
        }
      }),
    )
  })
})
