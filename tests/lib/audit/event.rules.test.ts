import { describe, expect, it } from "vitest"
import { eventText } from "@/app/_words/event-text"
import { chainFaults, eventTypeOf, initialHead, type NewEvent, readEvent, StoredEvent } from "@/lib/audit"
import { nextEvent } from "@/lib/audit/event"
import { hashOf } from "@/lib/audit/stored-event"
import { contextFor } from "@/lib/kernel/context"
import { consumer } from "@/lib/pipeline/stream"

const ctx = contextFor({ kind: "system", name: "test" }, { now: "2026-11-26T00:00:00.000Z" })
const on = { file: "tip_a", subject: "tip_a" }

/** An event as an earlier version of the portal wrote it. */
const storedAs = (type: string, data: StoredEvent["data"]): StoredEvent => {
  const event = { ...nextEvent(ctx, { ...on, ...initialHead }, { type: "tip.claimed" }), type, data }
  return { ...event, hash: hashOf(event) }
}

describe("an event", () => {
  it("carries who, when and the hash of the one before", () => {
    const first = nextEvent(ctx, { ...on, ...initialHead }, { type: "tip.claimed" })
    const head = { version: first.seq, head: first.hash }
    const second = nextEvent(ctx, { ...on, ...head }, { type: "tip.reopened", data: { reason: "again" } })
    expect(second).toMatchObject({ seq: 2, prevHash: first.hash, actor: { kind: "system", id: "test" } })
    expect(chainFaults([second, first])).toEqual([])
    expect(chainFaults([{ ...second, data: { reason: "other" } }, first])).toMatchObject([
      { seq: 2, fault: "altered" },
    ])
  })

  it("is hashed without what has no value, as the table gives it back", () => {
    const event = nextEvent(
      ctx,
      { ...on, ...initialHead },
      { type: "tip.accepted", data: { campaign: "a", note: undefined, sites: [] } },
    )
    expect(event.data).toStrictEqual({ campaign: "a", sites: [] })
    expect(chainFaults([StoredEvent.parse(JSON.parse(JSON.stringify(event)))])).toEqual([])
  })
})

describe("a stored event", () => {
  it.each([
    ["tip.news-on", {}, "tip.news-requested"],
    ["tip.news-off", { because: "link" }, "tip.news-stopped"],
    ["case.acting", { referralId: "ref_a", authorityId: "ncac" }, "case.action-started"],
  ] as const)("of the former type %s is read by its present name, its chain whole", (type, data, present) => {
    const stored = storedAs(type, data)
    expect(readEvent(stored)).toMatchObject({ type: present, data, hash: stored.hash })
    expect(chainFaults([stored])).toEqual([])
    expect(eventTypeOf(type)).toBe(present)
  })

  it.each([
    ["tip.evidence-announced", { evidenceId: "evd_a" }],
    ["notice.created", {}],
    ["evidence.original-opened", { reason: "to look at it" }],
    ["tip.contact-erased", {}],
  ])("of an earlier version, %s with %o, is still read", (type, data) => {
    expect(readEvent(storedAs(type, data)).data).toEqual(data)
  })

  it.each([
    ["tip.vanished", {}],
    ["tip.reopened", {}],
  ])("%s with %o is refused: its type is unknown, or its data is missing", (type, data) => {
    expect(() => readEvent(storedAs(type, data))).toThrow()
  })

  it("of an unknown type has no name", () => {
    expect(eventTypeOf("tip.vanished")).toBeUndefined()
  })
})

describe("the words of an event", () => {
  it("are there in both languages", () => {
    expect(eventText("en", "authority.registered")).toBe("authority registered")
    expect(eventText("zh", "authority.registered")).toBe("登记主管部门")
  })
})

describe("the types of events are closed, so that the compiler refuses", () => {
  const write = (event: NewEvent) => nextEvent(ctx, { ...on, ...initialHead }, event)

  it("a verb that writes an unknown type, or other data", () => {
    // @ts-expect-error misspelt
    expect(() => write({ type: "tip.acepted", data: { campaign: "a", sites: [] } })).toThrow()
    // @ts-expect-error without its data
    expect(() => write({ type: "tip.declined" })).toThrow()
  })

  it("a reaction to an unknown type", () => {
    // @ts-expect-error misspelt
    expect(consumer("test", { "tip.acepted": async () => undefined })).toBeTypeOf("function")
  })

  it("words for an unknown type", () => {
    // @ts-expect-error misspelt
    expect(eventText("en", "tip.acepted")).not.toBe("tip accepted")
  })
})
