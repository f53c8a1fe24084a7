import { afterEach, describe, expect, it, vi } from "vitest"
import { listDay, verifyFile } from "@/lib/audit"
import { announceEvidence, renewUpload } from "@/lib/evidence"
import { dayInBeijing } from "@/lib/kernel/day"
import { getValve, openValve, seeValve, shutValve, valveSeenSeconds } from "@/lib/limits"
import { ValveEntity } from "@/lib/limits/valve.entity"
import { put, transact } from "@/lib/store/transact"
import { submitted } from "@/tests/support/factory"
import { as, reporterOf, visitor } from "@/tests/support/people"
import { requestsOf } from "@/tests/support/requests"

const message = { zh: "正在处理大量恶意举报，请稍后再来。", en: "We are clearing a flood of false reports." }
const valve = () => getValve(visitor(), {})
const shut = async (state: "uploads-shut" | "reports-shut") =>
  shutValve(as("administrator"), { version: (await valve()).version, state, message })
const open = async () => openValve(as("administrator"), { version: (await valve()).version })

describe("the valve", () => {
  it("is open where nobody shut it", async () => {
    expect(await valve()).toEqual({ state: "open", version: 0 })
  })

  it("shuts uploads alone, and says why in both languages", async () => {
    const { tipId } = await submitted()
    const { evidenceId } = await announceEvidence(reporterOf(tipId), { tipId })
    await shut("uploads-shut")
    const refusal = { code: "unavailable", reason: "uploads-shut", publicMessage: message }
    await expect(submitted()).resolves.toBeDefined()
    await expect(submitted({ evidence: [{ name: "a.png", sizeBytes: 1 }] })).rejects.toMatchObject(refusal)
    await expect(announceEvidence(reporterOf(tipId), { tipId })).rejects.toMatchObject(refusal)
    await expect(renewUpload(reporterOf(tipId), { tipId, evidenceId })).rejects.toMatchObject(refusal)
    await open()
    await expect(renewUpload(reporterOf(tipId), { tipId, evidenceId })).resolves.toBeDefined()
    expect(await valve()).toEqual({ state: "open", version: 2 })
  })

  it("shuts all reports, and keeps who did it", async () => {
    await shut("reports-shut")
    await expect(submitted()).rejects.toMatchObject({
      code: "unavailable",
      reason: "reports-shut",
      publicMessage: message,
    })
    await open()
    await expect(submitted()).resolves.toBeDefined()
    const { events } = await listDay(as("auditor"), { day: dayInBeijing(new Date().toISOString()) })
    expect(events.filter(({ file }) => file === "valve").map(({ type, actor }) => [type, actor.id])).toEqual([
      ["valve.opened", "administrator"],
      ["valve.shut", "administrator"],
      ["valve.opened", "administrator"],
      ["valve.shut", "administrator"],
    ])
    expect(await verifyFile(as("auditor"), { file: "valve" })).toEqual({ events: 4, faults: [] })
  })

  it("tells the slower of two administrators who was faster", async () => {
    const { version } = await valve()
    const turn = () => shutValve(as("administrator"), { version, state: "reports-shut", message })
    const both = await Promise.allSettled([turn(), turn()])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    await expect(turn()).rejects.toMatchObject({ code: "conflict", lastChange: { did: "valve.shut" } })
    await open()
  })

  it("is not shut without a message", async () => {
    const { version } = await valve()
    await expect(
      shutValve(as("administrator"), { version, state: "reports-shut", message: { zh: "", en: "" } }),
    ).rejects.toMatchObject({ code: "invalid" })
  })
})

describe("what the public may send", () => {
  afterEach(async () => {
    vi.useRealTimers()
    await open()
  })

  /** As another process does, which tells this one nothing. */
  const shutElsewhere = async () => {
    const { version } = await valve()
    const record = { changedBy: "another", changedAt: new Date().toISOString(), head: "0".repeat(64) }
    await transact([
      put(ValveEntity.put({ state: "reports-shut", message, ...record, version: version + 1 })),
    ])
  }

  it("is asked of the store once in some seconds, however many come", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + valveSeenSeconds * 1000 })
    const asked = await requestsOf(() =>
      Promise.all(Array.from({ length: 20 }, () => seeValve(visitor(), {}))),
    )
    expect(asked).toEqual(["GetItem"])
  })

  it("is known at once to the process that turned it, and within seconds to every other", async () => {
    await seeValve(visitor(), {})
    await shut("reports-shut")
    expect(await seeValve(visitor(), {})).toMatchObject({ state: "reports-shut" })
    await open()
    await seeValve(visitor(), {})
    await shutElsewhere()
    expect(await valve()).toMatchObject({ state: "reports-shut" })
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + valveSeenSeconds * 1000 })
    expect(await seeValve(visitor(), {})).toMatchObject({ state: "reports-shut", message })
    await expect(submitted()).rejects.toMatchObject({ reason: "reports-shut" })
  })
})
