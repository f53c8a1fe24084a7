import { beforeAll, describe, expect, it } from "vitest"
import { type ChainFault, verifyFile, verifyParts, verifySome } from "@/lib/audit"
import { hashOf, type StoredEvent } from "@/lib/audit/stored-event"
import type { TipId } from "@/lib/kernel/id"
import { recordMeasure } from "@/lib/measure"
import { getSettings, setTargets } from "@/lib/settings"
import { claimTip, declineTip, labelTip } from "@/lib/tip"
import { aCase, aDelivered, enforcementWorld } from "@/tests/support/case"
import { submitted } from "@/tests/support/factory"
import { as, system } from "@/tests/support/people"
import { eventKey, get, put, remove, set, tipKey, unset } from "@/tests/support/tamper"

/** A tip with a history of four events: the first and the third, a decision, are in its record. */
const aHistory = async () => {
  const { tipId } = await submitted()
  const claimed = await claimTip(as("mei"), { tipId })
  const declined = await declineTip(as("mei"), { tipId, version: claimed.version, reason: "site-gone" })
  await labelTip(as("mei"), { tipId, version: declined.version, labels: ["mirror"] })
  return tipId
}

/** One more event at the end, as who knows how the portal hashes would write it. */
const forgeNext = async (tipId: string) => {
  const last = await get(eventKey(tipId, 4))
  const { pk: _, sk: __, ...attributes } = last ?? {}
  const event = {
    ...attributes,
    seq: 5,
    eventId: "evt_forged",
    prevHash: last?.hash,
  } as unknown as StoredEvent
  const { eventId, file, subject, seq, type, at, actor, data, prevHash } = event
  const hash = hashOf({ eventId, file, subject, seq, type, at, actor, data, prevHash, hash: "" })
  await put({ ...last, ...eventKey(tipId, 5), ...event, hash })
  return hash
}

const edits: readonly (readonly [string, (tipId: TipId) => Promise<unknown>, Omit<ChainFault, "subject">])[] =
  [
    [
      "the first event changed",
      async (tip) => {
        const { birth } = (await get(tipKey(tip))) ?? {}
        await set(tipKey(tip), "birth", { ...birth, data: { contentHash: "0", evidence: [] } })
      },
      { seq: 1, fault: "altered" },
    ],
    ["the first event removed", (tip) => unset(tipKey(tip), "birth"), { seq: 1, fault: "missing" }],
    ["a middle event removed", (tip) => remove(eventKey(tip, 2)), { seq: 2, fault: "missing" }],
    ["the last event removed", (tip) => remove(eventKey(tip, 4)), { seq: 4, fault: "missing" }],
    [
      "all but the first removed",
      async (tip) => {
        await unset(tipKey(tip), "decision")
        for (const seq of [2, 4]) await remove(eventKey(tip, seq))
      },
      { seq: 2, fault: "missing" },
    ],
    [
      "all removed",
      async (tip) => {
        await unset(tipKey(tip), "birth")
        await unset(tipKey(tip), "decision")
        for (const seq of [2, 4]) await remove(eventKey(tip, seq))
      },
      { seq: 1, fault: "missing" },
    ],
    [
      "data changed",
      (tip) => set(eventKey(tip, 2), "data", { reason: "abusive" }),
      { seq: 2, fault: "altered" },
    ],
    [
      "the decision changed",
      async (tip) => {
        const { decision } = (await get(tipKey(tip))) ?? {}
        await set(tipKey(tip), "decision", { ...decision, data: { reason: "abusive" } })
      },
      { seq: 3, fault: "altered" },
    ],
    ["the decision removed", (tip) => unset(tipKey(tip), "decision"), { seq: 3, fault: "missing" }],
    [
      "the decision made unreadable",
      (tip) => set(tipKey(tip), "decision", { seq: 3 }),
      { seq: 3, fault: "missing" },
    ],
    [
      "the decision hidden from the day's trail",
      (tip) => unset(tipKey(tip), "dc_pk"),
      { seq: 3, fault: "altered" },
    ],
    [
      "the decision listed at another time",
      (tip) => set(tipKey(tip), "dc_sk", "2020-01-01"),
      { seq: 3, fault: "altered" },
    ],
    ["the last one's data changed", (tip) => set(eventKey(tip, 4), "data", {}), { seq: 4, fault: "altered" }],
    [
      "the time changed",
      (tip) => set(eventKey(tip, 2), "at", "2020-01-01T00:00:00.000Z"),
      { seq: 2, fault: "altered" },
    ],
    ["the author taken out", (tip) => unset(eventKey(tip, 2), "actor"), { seq: 2, fault: "missing" }],
    ["the last one made unreadable", (tip) => unset(eventKey(tip, 4), "actor"), { seq: 4, fault: "missing" }],
    ["hidden from the day's trail", (tip) => unset(eventKey(tip, 2), "day_pk"), { seq: 2, fault: "altered" }],
    [
      "no longer marked as an event",
      (tip) => set(eventKey(tip, 4), "__edb_e__", "note"),
      { seq: 4, fault: "missing" },
    ],
    ["an event added at the end", forgeNext, { seq: 5, fault: "added" }],
    [
      "an event added in between",
      async (tip) => put({ ...(await get(eventKey(tip, 2))), sk: `event#${tip}#00000002x` }),
      { seq: 2, fault: "added" },
    ],
    [
      "an event added, and the record moved along with it",
      async (tip) => {
        const hash = await forgeNext(tip)
        await set(tipKey(tip), "version", 5)
        await set(tipKey(tip), "head", hash)
      },
      { seq: 5, fault: "forged" },
    ],
    [
      "the last event removed, and the record moved back",
      async (tip) => {
        const { decision } = (await get(tipKey(tip))) ?? {}
        await remove(eventKey(tip, 4))
        await set(tipKey(tip), "version", 3)
        await set(tipKey(tip), "head", decision?.hash)
      },
      { seq: 3, fault: "forged" },
    ],
    [
      "the last event rewritten with its hash",
      async (tip) => {
        const {
          pk: _,
          sk: __,
          day_pk: ___,
          day_sk: ____,
          day: _____,
          ...last
        } = (await get(eventKey(tip, 4))) ?? {}
        const { __edb_e__: e, __edb_v__: v, ...event } = last
        const forged = { ...(event as unknown as StoredEvent), data: { labels: [] } }
        await set(eventKey(tip, 4), "data", forged.data)
        await set(eventKey(tip, 4), "hash", hashOf(forged))
      },
      { seq: 4, fault: "altered" },
    ],
    ["the record removed", (tip) => remove(tipKey(tip)), { seq: 1, fault: "missing" }],
    ["the record's version set back", (tip) => set(tipKey(tip), "version", 3), { seq: 4, fault: "added" }],
    ["the record's head changed", (tip) => set(tipKey(tip), "head", "x"), { seq: 4, fault: "altered" }],
  ]

const checkAll = async () => {
  const seen = { files: 0, events: 0, faults: [] as (ChainFault & { file: string })[], parts: 0 }
  let position: Parameters<typeof verifySome>[1] | undefined = { part: 0 }
  while (position) {
    const some: Awaited<ReturnType<typeof verifySome>> = await verifySome(system(), position)
    seen.files += some.files
    seen.events += some.events
    seen.faults.push(...some.faults)
    seen.parts += 1
    position = some.next
  }
  return seen
}

describe("the check of a file", () => {
  it("calls an untouched one whole", async () => {
    const tipId = await aHistory()
    expect(await verifyFile(as("auditor"), { file: tipId })).toEqual({ events: 4, faults: [] })
  })

  it.each(edits)("names what was done behind the portal's back: %s", async (_, edit, fault) => {
    const tipId = await aHistory()
    await edit(tipId)
    const { faults } = await verifyFile(as("auditor"), { file: tipId })
    expect(faults).toEqual([{ subject: tipId, ...fault }])
    // Whoever finds it later, finds it in the whole table as well.
    const all = await checkAll()
    expect(all.faults).toContainEqual({ file: tipId, subject: tipId, ...fault })
    for (const { pk, sk } of [tipKey(tipId), ...[1, 2, 3, 4, 5].map((seq) => eventKey(tipId, seq))])
      await remove({ pk, sk })
    await remove({ pk: tipId, sk: `event#${tipId}#00000002x` })
  })
})

describe("the check of all files", () => {
  beforeAll(enforcementWorld)

  it("finds what was done to records of which there is one", async () => {
    const { targets, version } = await getSettings(as("administrator"), {})
    await setTargets(as("administrator"), { version, ...targets })
    const key = { pk: "settings", sk: "event#settings#00000001" }
    const event = await get(key)
    await set(key, "data", { from: {}, to: {} })
    expect((await checkAll()).faults).toMatchObject([{ file: "settings", seq: 1, fault: "altered" }])
    await set(key, "data", event?.data)
  })

  it("goes through every part, and calls whole what verbs of every kind have written", async () => {
    const { caseId, referralId } = await aDelivered(await aCase())
    const measure = {
      metric: "links-removed",
      quantity: 3,
      takenOn: "2026-06-01",
      document: "Minutes 1",
    } as const
    await recordMeasure(as("cai"), { caseId, ...measure })
    const all = await checkAll()
    expect(all.faults).toEqual([])
    expect(all.files).toBeGreaterThanOrEqual(5)
    expect(all.parts).toBeGreaterThanOrEqual(verifyParts)
    await remove({ pk: caseId, sk: `event#${referralId}#00000003` })
    expect((await checkAll()).faults).toEqual([
      { file: caseId, subject: referralId, seq: 3, fault: "missing" },
    ])
  })
})
