import { describe, expect, it } from "vitest"
import { recordedIn, recordedInFile } from "@/app/admin/_ui/recorded"

describe("what an event recorded", () => {
  it("is shown whole, each value by the names that lead to it", () => {
    const data = { name: { zh: "甲", en: "A" }, sites: ["a.example", "b.example"], count: 3, none: undefined }
    expect(recordedIn(data)).toEqual([
      { name: "name.zh", after: "甲" },
      { name: "name.en", after: "A" },
      { name: "sites", after: "a.example, b.example" },
      { name: "count", after: "3" },
    ])
    expect(recordedIn({ rows: [{ a: 1 }] })).toEqual([{ name: "rows", after: '[{"a":1}]' }])
    expect(recordedIn({})).toEqual([])
  })

  it("tells of a change only what is another now, on both sides", () => {
    const from = { hours: 24, weights: { children: 40, focus: 15 }, gone: "x" }
    const to = { hours: 24, weights: { children: 50, focus: 15 }, added: "y" }
    expect(recordedIn({ from, to, note: "n" })).toEqual([
      { name: "weights.children", before: "40", after: "50" },
      { name: "gone", before: "x", after: undefined },
      { name: "added", before: undefined, after: "y" },
      { name: "note", after: "n" },
    ])
    expect(recordedIn({ person: "Mei", from: ["moderator"], to: ["moderator", "auditor"] })).toEqual([
      { name: "", before: "moderator", after: "moderator, auditor" },
      { name: "person", after: "Mei" },
    ])
    expect(recordedIn({ from: "cas_1", tipIds: ["tip_1"] })).toEqual([
      { name: "from", after: "cas_1" },
      { name: "tipIds", after: "tip_1" },
    ])
  })

  it("stands beside what an earlier event of the same record said", () => {
    const event = (eventId: string, subject: string, data: object) => ({
      eventId,
      subject,
      data: { ...data },
    })
    const told = recordedInFile([
      event("1", "a", { name: "One", phone: "1" }),
      event("2", "b", { name: "Other" }),
      event("3", "a", { name: "Two", phone: "1" }),
      event("4", "a", { phone: "2" }),
      event("5", "a", { name: "Three" }),
    ])
    expect(told.get("2")).toEqual([{ name: "name", after: "Other" }])
    expect(told.get("3")).toEqual([
      { name: "name", before: "One", after: "Two" },
      { name: "phone", after: "1" },
    ])
    expect(told.get("4")).toEqual([{ name: "phone", before: "1", after: "2" }])
    expect(told.get("5")).toEqual([{ name: "name", before: "Two", after: "Three" }])
  })
})
