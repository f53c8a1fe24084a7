import { DeleteObjectCommand, HeadObjectCommand } from "@aws-sdk/client-s3"
import { describe, expect, it } from "vitest"
import { markDuplicate, reopenTip } from "@/lib/case"
import { announceEvidence, keepOriginals } from "@/lib/evidence"
import { sealedKey } from "@/lib/evidence/evidence"
import { lockedUntil, matterOf } from "@/lib/evidence/retention"
import type { EvidenceId, TipId } from "@/lib/kernel/id"
import { handler as react } from "@/lib/pipeline/react"
import { defaultRetention } from "@/lib/settings"
import { s3 } from "@/lib/store/objects/client"
import { changeLock } from "@/lib/store/objects/lock"
import { acceptTip, appealTip, claimTip, declineTip, getTip } from "@/lib/tip"
import { deliver } from "@/tests/support/deliver"
import { runningCampaign } from "@/tests/support/factory"
import { as, reporterOf, system } from "@/tests/support/people"
import { sealedFile } from "@/tests/support/sealed"
import { inspect, send } from "@/tests/support/upload"

const Bucket = process.env.EVIDENCE_BUCKET
const day = 86_400_000

type Ids = { readonly tipId: TipId; readonly evidenceId: EvidenceId }

const lockOf = async (ids: Ids) => {
  const { ObjectLockRetainUntilDate, VersionId } = await s3.send(
    new HeadObjectCommand({ Bucket, Key: sealedKey(ids) }),
  )
  return { until: ObjectLockRetainUntilDate ?? new Date(0), versionId: VersionId }
}
const daysLocked = async (ids: Ids) => Math.round(((await lockOf(ids)).until.getTime() - Date.now()) / day)

const decided = async (ids: Ids, decide: (seen: { tipId: TipId; version: number }) => Promise<unknown>) => {
  const { tipId, version } = await claimTip(as("mei"), { tipId: ids.tipId })
  await decide({ tipId, version })
  await deliver(react)
}

describe("an original", () => {
  it("is locked for a short time on receipt", async () => {
    const { ids } = await sealedFile()
    await deliver(react)
    expect(await daysLocked(ids)).toBe(180)
    const { versionId } = await lockOf(ids)
    const deleted = s3.send(new DeleteObjectCommand({ Bucket, Key: sealedKey(ids), VersionId: versionId }))
    await expect(deleted).rejects.toThrow(/object lock/i)
  })

  it("is locked for three years once its tip has joined a case, also one that came after", async () => {
    await runningCampaign()
    const { ids } = await sealedFile()
    await decided(ids, (seen) => acceptTip(as("mei"), { ...seen, campaign: "demo-2026" }))
    expect(await daysLocked(ids)).toBeGreaterThan(3 * 365 - 1)
    const before = (await lockOf(ids)).until
    await deliver(react)
    expect((await lockOf(ids)).until).toEqual(before)
    const late = await announceEvidence(reporterOf(ids.tipId), { tipId: ids.tipId })
    await send(late, "late.txt", Buffer.from("more words"))
    await inspect(late, "late.txt")
    await deliver(react)
    expect(await daysLocked({ tipId: ids.tipId, evidenceId: late.evidenceId })).toBeGreaterThan(3 * 365 - 1)
  })

  it("is locked for three years once its tip was found to tell again what another one told", async () => {
    const { ids: original } = await sealedFile()
    const { ids } = await sealedFile()
    await decided(ids, (seen) => markDuplicate(as("mei"), { ...seen, of: original.tipId, isMeant: true }))
    expect(await daysLocked(ids)).toBeGreaterThan(3 * 365 - 1)
    expect(await daysLocked(original)).toBe(180)
  })

  it("is released when its tip is declined and the time for an appeal is over, and locked again when that is taken back", async () => {
    const { ids } = await sealedFile()
    await deliver(react)
    await decided(ids, (seen) => declineTip(as("mei"), { ...seen, reason: "not-infringing" }))
    expect(await daysLocked(ids)).toBe(60)
    await deliver(react)
    expect(await daysLocked(ids)).toBe(60)
    const { version } = (await getTip(as("mei"), { tipId: ids.tipId })).tip
    await reopenTip(as("mei"), { tipId: ids.tipId, version, reason: "it was looked at wrongly" })
    await deliver(react)
    expect(await daysLocked(ids)).toBe(180)
  })

  it("is locked again when the reporter objects to the refusal, however long the second look takes", async () => {
    const { ids } = await sealedFile()
    await deliver(react)
    await decided(ids, (seen) => declineTip(as("mei"), { ...seen, reason: "not-infringing" }))
    expect(await daysLocked(ids)).toBe(60)
    await appealTip(reporterOf(ids.tipId), { appeal: "The rights are ours alone; see the licence." })
    await deliver(react)
    expect(await daysLocked(ids)).toBe(180)
  })

  it("is never locked for less than it was but by a decision to decline", async () => {
    const { ids } = await sealedFile()
    const far = new Date(Date.now() + 1_000 * day)
    await changeLock(sealedKey(ids), far, { mayShorten: false })
    await keepOriginals(system(), { tipId: ids.tipId, at: new Date().toISOString(), isDecided: false })
    expect(await daysLocked(ids)).toBe(1_000)
  })

  it("is kept by the portal itself, by nobody's request", async () => {
    const { ids } = await sealedFile()
    const at = new Date().toISOString()
    for (const caller of [as("mei"), as("administrator"), reporterOf(ids.tipId)])
      await expect(keepOriginals(caller, { tipId: ids.tipId, at, isDecided: true })).rejects.toMatchObject({
        code: expect.stringMatching(/^(forbidden|unauthenticated)$/),
      })
  })
})

describe("how long", () => {
  it("follows from where the tip stands", () => {
    expect(matterOf({ status: "received" })).toBe("received")
    expect(matterOf({ status: "declined" })).toBe("ended")
    expect(matterOf({ status: "withdrawn" })).toBe("ended")
    expect(matterOf({ status: "accepted" })).toBe("received")
    expect(matterOf({ status: "accepted", caseId: "cas_1" } as never)).toBe("case")
    const at = "2026-11-26T00:00:00.000Z"
    expect(lockedUntil("received", at, defaultRetention).toISOString()).toBe("2027-05-25T00:00:00.000Z")
    expect(lockedUntil("ended", at, defaultRetention).toISOString()).toBe("2027-01-25T00:00:00.000Z")
    expect(lockedUntil("case", at, defaultRetention).toISOString()).toBe("2029-11-26T00:00:00.000Z")
    const longer = { receivedDays: 365, caseYears: 5 }
    expect(lockedUntil("received", at, longer).toISOString()).toBe("2027-11-26T00:00:00.000Z")
    expect(lockedUntil("ended", at, longer).toISOString()).toBe("2027-01-25T00:00:00.000Z")
    expect(lockedUntil("case", at, longer).toISOString()).toBe("2031-11-26T00:00:00.000Z")
  })
})
