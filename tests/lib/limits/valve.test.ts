import { describe, expect, it } from "vitest"
import { listDay, verifyFile } from "@/lib/audit"
import { announceEvidence, renewUpload } from "@/lib/evidence"
import { getValve, openValve, shutValve } from "@/lib/limits"
import { submitted } from "@/tests/support/factory"
import { as, reporterOf, visitor } from "@/tests/support/people"

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
    const events = await listDay(as("auditor"), { day: new Date().toISOString().slice(0, 10) })
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
