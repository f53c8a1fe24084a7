import { describe, expect, it } from "vitest"
import { queueViews, takeNext } from "@/lib/desk"
import { startSession } from "@/lib/session"
import {
  claimTip,
  declineTip,
  escalateTip,
  getTip,
  handOverTip,
  labelTip,
  renewClaim,
  type Tip,
  takeOverTip,
} from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as, people, system } from "@/tests/support/people"

const claimed = async () => claimTip(as("mei"), { tipId: (await submitted({ urgency: "children" })).tipId })
const seen = ({ tipId, version }: Tip) => ({ tipId, version })

describe("a tip that is handed to a colleague", () => {
  it("is theirs until tomorrow, and theirs alone", async () => {
    await startSession(system(), { person: people.bo })
    const held = await claimed()
    const { claim, version } = await handOverTip(as("mei"), { ...seen(held), to: "bo" })
    expect(claim).toMatchObject({ id: "bo", name: "Bo" })
    expect(Date.parse(claim?.until ?? "") - Date.now()).toBeGreaterThan(23 * 3_600_000)
    await expect(claimTip(as("mei"), { tipId: held.tipId })).rejects.toMatchObject({ reason: "tip-claimed" })
    expect((await queueViews(as("bo"), {})).rows.mine.map(({ tipId }) => tipId)).toContain(held.tipId)
    await renewClaim(as("bo"), { tipId: held.tipId })
    const { status } = await declineTip(as("bo"), { tipId: held.tipId, version, reason: "abusive" })
    expect(status).toBe("declined")
  })

  it("goes to a moderator who signed in before, and is handed on by its holder alone", async () => {
    await startSession(system(), { person: people.cai })
    const held = await claimed()
    for (const to of ["mei", "cai", "nobody"])
      await expect(handOverTip(as("mei"), { ...seen(held), to })).rejects.toMatchObject({
        issues: [{ path: ["to"], rule: "colleague-unknown" }],
      })
    await expect(handOverTip(as("bo"), { ...seen(held), to: "bo" })).rejects.toMatchObject({
      reason: "tip-not-yours",
    })
    await expect(handOverTip(as("cai"), { ...seen(held), to: "bo" })).rejects.toMatchObject({
      code: "forbidden",
    })
  })
})

describe("a tip for a second opinion", () => {
  const escalated = async () => escalateTip(as("mei"), { ...seen(await claimed()), reason: "看不出是否授权" })

  it("waits for anybody else, and is listed so", async () => {
    const { tipId, status } = await escalated()
    expect(status).toBe("received")
    await expect(claimTip(as("mei"), { tipId })).rejects.toMatchObject({ reason: "tip-another-person" })
    const { rows } = await queueViews(as("mei"), {})
    expect(rows["second-person"].map((row) => row.tipId)).toContain(tipId)
    const { version } = await claimTip(as("bo"), { tipId })
    await expect(takeOverTip(as("mei"), { tipId, version })).rejects.toMatchObject({
      reason: "tip-another-person",
    })
    const decided = await declineTip(as("bo"), { tipId, version, reason: "site-gone" })
    expect(decided.another).toBeUndefined()
    expect(decided.decidedBy).toEqual({ id: "bo", name: "Bo" })
  })

  it("is never handed out to who gave it on", async () => {
    const { tipId } = await escalated()
    const handed: string[] = []
    for (let next = await takeNext(as("mei"), {}); next; ) {
      handed.push(next.tipId)
      await declineTip(as("mei"), { ...seen(next), reason: "abusive" })
      next = await takeNext(as("mei"), {})
    }
    expect(handed).not.toContain(tipId)
    expect((await takeNext(as("bo"), {}))?.tipId).toBe(tipId)
  })

  it("is given on by its holder, as it was seen, and for a reason", async () => {
    const held = await claimed()
    await expect(escalateTip(as("bo"), { ...seen(held), reason: "Unclear" })).rejects.toMatchObject({
      reason: "tip-not-yours",
    })
    await expect(escalateTip(as("mei"), { ...seen(held), reason: " " })).rejects.toMatchObject({
      code: "invalid",
    })
    await expect(
      escalateTip(as("mei"), { tipId: held.tipId, version: held.version - 1, reason: "Unclear" }),
    ).rejects.toMatchObject({ code: "conflict" })
    await expect(escalateTip(as("cai"), { ...seen(held), reason: "Unclear" })).rejects.toMatchObject({
      code: "forbidden",
    })
  })
})

describe("labels", () => {
  it("mark a tip in every status, each once, and are taken away again", async () => {
    const { tipId } = await submitted()
    const { tip } = await getTip(as("mei"), { tipId })
    const labelled = await labelTip(as("mei"), { ...seen(tip), labels: ["mirror", "follow-up", "mirror"] })
    expect(labelled.labels).toEqual(["follow-up", "mirror"])
    const none = await labelTip(as("mei"), { ...seen(labelled), labels: [] })
    expect((await getTip(as("auditor"), { tipId })).tip.labels).toBeUndefined()
    expect(none.status).toBe("received")
  })

  it("are those of the desk, and nobody's who is not at work on the tip", async () => {
    const held = await claimed()
    await expect(labelTip(as("mei"), { ...seen(held), labels: ["unheard-of"] })).rejects.toMatchObject({
      issues: [{ path: ["labels"], rule: "not-an-option" }],
    })
    await expect(labelTip(as("bo"), { ...seen(held), labels: ["mirror"] })).rejects.toMatchObject({
      reason: "tip-claimed",
    })
    await expect(
      labelTip(as("mei"), { tipId: held.tipId, version: held.version - 1, labels: [] }),
    ).rejects.toMatchObject({ code: "conflict", lastChange: { by: "Mei" } })
  })
})
