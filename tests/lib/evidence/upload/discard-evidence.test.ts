import { describe, expect, it } from "vitest"
import { chainFaults, eventsOf } from "@/lib/audit"
import {
  announceEvidence,
  announceFiles,
  countEvidence,
  discardEvidence,
  evidenceOf,
  filesPerTipMax,
  permitParts,
} from "@/lib/evidence"
import { countAgainst, limits } from "@/lib/limits"
import { handler as react } from "@/lib/pipeline/react"
import { followTip } from "@/lib/reporter"
import { getTip } from "@/lib/tip"
import { deliver } from "@/tests/support/deliver"
import { submitted } from "@/tests/support/factory"
import { as, reporterOf, system, visitor } from "@/tests/support/people"
import { inspect, send, sha256Of } from "@/tests/support/upload"

const text = Buffer.from("What the page showed.")
const note = { name: "note.txt", sizeBytes: text.length, sha256: sha256Of(text) }

const announced = async (evidence = [note]) => {
  const { tipId, uploads } = await submitted({ evidence })
  const [upload] = uploads
  if (!upload) throw new Error("no upload")
  return { tipId, uploads, upload, by: reporterOf(tipId), ids: { tipId, evidenceId: upload.evidenceId } }
}

const countOf = async (tipId: string) => (await getTip(as("mei"), { tipId })).tip.evidenceCount

describe("a file taken back before it came", () => {
  it("is no file of the tip any more, neither to its reporter nor to the staff, and the chain says so", async () => {
    const { tipId, by, ids } = await announced()
    await discardEvidence(by, ids)
    expect(await countOf(tipId)).toBe(0)
    expect((await followTip(by, {})).evidence).toEqual([])
    const events = await eventsOf(tipId)
    expect(events.at(-1)).toMatchObject({
      type: "tip.evidence-discarded",
      actor: { kind: "reporter" },
      data: { evidence: [ids.evidenceId] },
    })
    expect(chainFaults(events)).toEqual([])
    await expect(discardEvidence(by, ids)).rejects.toMatchObject({ code: "not-found" })
  })

  it("leaves its place to another, even where all were taken", async () => {
    const files = Array.from({ length: filesPerTipMax }, (_, at) => ({ ...note, name: `${at}.txt` }))
    const { tipId, by, ids } = await announced(files)
    const another = { tipId, evidence: [{ ...note, name: "another.txt" }] }
    await expect(announceFiles(by, another)).rejects.toMatchObject({ issues: [{ rule: "too-many" }] })
    await discardEvidence(by, ids)
    expect(await announceFiles(by, another)).toHaveLength(1)
    expect(await countOf(tipId)).toBe(filesPerTipMax)
  })

  it("is not inspected though its permission was used afterwards", async () => {
    const { tipId, by, ids, upload } = await announced()
    await discardEvidence(by, ids)
    await send(upload, note.name, text)
    expect(await inspect(upload, note.name)).toBeUndefined()
    expect(await evidenceOf(tipId)).toEqual([])
  })

  it("takes no further part", async () => {
    const video = { name: "video.mp4", sizeBytes: 20 * 1024 ** 2, sha256: note.sha256 }
    const { by, ids } = await announced([video])
    const parts = [{ number: 1, sha256: note.sha256 }]
    await permitParts(by, { ...ids, parts })
    await discardEvidence(by, ids)
    await expect(permitParts(by, { ...ids, parts })).rejects.toMatchObject({ code: "not-found" })
  })

  it("stays once it has come, before its inspection and after it", async () => {
    const { by, ids, upload, tipId } = await announced()
    await send(upload, note.name, text)
    const refused = { code: "conflict", reason: "evidence-arrived" }
    await expect(discardEvidence(by, ids)).rejects.toMatchObject(refused)
    expect(await inspect(upload, note.name)).toBe("verified")
    await expect(discardEvidence(by, ids)).rejects.toMatchObject(refused)
    expect(await countOf(tipId)).toBe(1)
  })

  it("taken back twice at once, or while another is announced, is taken back once", async () => {
    const { tipId, by, ids } = await announced()
    const another = { ...note, name: "another.txt" }
    const [first, second] = await Promise.allSettled([
      discardEvidence(by, ids),
      discardEvidence(by, ids),
      announceFiles(by, { tipId, evidence: [another] }).catch(() => undefined),
    ])
    expect([first.status, second.status].toSorted()).toEqual(["fulfilled", "rejected"])
    const files = await evidenceOf(tipId)
    expect(files.map(({ evidenceId }) => evidenceId)).not.toContain(ids.evidenceId)
    expect(await countOf(tipId)).toBe(files.length)
    expect((await eventsOf(tipId)).filter(({ type }) => type === "tip.evidence-discarded")).toHaveLength(1)
  })

  it("is only its own reporter's", async () => {
    const { ids } = await announced()
    for (const stranger of [visitor(), reporterOf("tip_other"), as("mei"), system()])
      await expect(discardEvidence(stranger, ids)).rejects.toMatchObject({
        code: expect.stringMatching(/^(forbidden|unauthenticated)$/),
      })
  })

  it("cannot be announced and taken back without end", async () => {
    const { tipId, by, ids } = await announced()
    const { discards } = limits
    await Promise.all(Array.from({ length: discards.count }, () => countAgainst("discards", tipId)))
    await expect(discardEvidence(by, ids)).rejects.toMatchObject({ code: "limited" })
    expect(await evidenceOf(tipId)).toHaveLength(1)
  })
})

describe("the number of a tip's files", () => {
  it("leaves out a place that nobody has used, and counts the file that came to it", async () => {
    const { tipId } = await submitted()
    const upload = await announceEvidence(reporterOf(tipId), { tipId })
    expect(await countOf(tipId)).toBe(0)
    await send(upload, "note.txt", text)
    await inspect(upload, "note.txt")
    await deliver(react)
    expect(await countOf(tipId)).toBe(1)
    const { version } = (await getTip(as("mei"), { tipId })).tip
    await countEvidence(system(), { tipId })
    expect((await getTip(as("mei"), { tipId })).tip.version).toBe(version)
    await expect(countEvidence(reporterOf(tipId), { tipId })).rejects.toMatchObject({ code: "forbidden" })
  })

  it("is not changed by the coming of a file that was announced", async () => {
    const { tipId, upload } = await announced()
    const { version } = (await getTip(as("mei"), { tipId })).tip
    await send(upload, note.name, text)
    await inspect(upload, note.name)
    await deliver(react)
    expect((await getTip(as("mei"), { tipId })).tip.version).toBe(version)
  })
})
