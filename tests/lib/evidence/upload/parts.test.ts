import { UpdateItemCommand } from "@aws-sdk/client-dynamodb"
import { ListMultipartUploadsCommand } from "@aws-sdk/client-s3"
import { describe, expect, it } from "vitest"
import {
  announceFiles,
  completeEvidence,
  discardParts,
  evidenceOf,
  findEvidence,
  inspectEvidence,
  listParts,
  permitParts,
  sweepIncoming,
} from "@/lib/evidence"
import { wholeKey } from "@/lib/evidence/evidence"
import { dropEvidence } from "@/lib/evidence/record"
import { s3 } from "@/lib/store/objects/client"
import { findObject } from "@/lib/store/objects/read"
import { dynamo } from "@/lib/store/table"
import { transact } from "@/lib/store/transact"
import { submitted } from "@/tests/support/factory"
import { cut, permitFor, sendPart } from "@/tests/support/files/parts"
import { reporterOf, system } from "@/tests/support/people"
import { send as sendForm, sha256Of } from "@/tests/support/upload"

const video = new Uint8Array(17 * 1024 ** 2 + 5).map((_, at) => (at * 7 + (at >> 13)) % 251)
video.set(Buffer.from("000000206674797069736f6d0000020069736f6d69736f32617663316d703431", "hex"))
const said = { name: "video.mp4", sizeBytes: video.length, sha256: sha256Of(video) }

const announced = async () => {
  const { tipId, uploads } = await submitted({ evidence: [said] })
  const [upload] = uploads
  if (!upload?.parts) throw new Error("no parts")
  const ids = { tipId, evidenceId: upload.evidenceId }
  const plan = upload.parts
  const send = async (...numbers: number[]) => {
    for (const permit of await permitFor(ids, plan, video, numbers))
      expect((await sendPart(permit, cut(video, plan, permit.number))).status).toBe(200)
  }
  const by = reporterOf(tipId)
  const complete = () => completeEvidence(by, ids)
  const stored = async () => (await listParts(by, ids)).stored.map(({ number }) => number)
  return { ids, plan, by, send, complete, stored, key: wholeKey(ids) }
}

const unfinished = async (Prefix: string) => {
  const Bucket = process.env.EVIDENCE_BUCKET
  return (await s3.send(new ListMultipartUploadsCommand({ Bucket, Prefix }))).Uploads?.length ?? 0
}

const daysOn = (days: number) => ({
  ...system(),
  now: new Date(Date.now() + days * 86_400_000).toISOString(),
})

describe("a large file in parts", () => {
  it("is resumed where it stopped, joined, and verified by its own hash", async () => {
    const { ids, plan, send, complete, stored, key } = await announced()
    expect(plan).toEqual({ count: 3, sizeBytes: 8 * 1024 ** 2 })
    expect(await stored()).toEqual([])
    await send(3, 1)
    expect(await stored()).toEqual([1, 3])
    await expect(complete()).rejects.toMatchObject({ reason: "evidence-not-arrived" })
    await send(2)
    expect(await complete()).toEqual({ state: "uploaded" })
    expect(await inspectEvidence(system(), { key })).toBe("verified")
    const [file] = await evidenceOf(ids.tipId)
    expect(file?.stored).toEqual({ ...said, type: "video/mp4" })
  })

  it("announced again by the same hash is the same file; by another it is another", async () => {
    const { ids, by } = await announced()
    const again = async (evidence: (typeof said)[]) =>
      (await announceFiles(by, { tipId: ids.tipId, evidence })).map(({ evidenceId }) => evidenceId)
    expect(await again([said])).toEqual([ids.evidenceId])
    expect(await again([{ ...said, sha256: "0".repeat(64) }])).not.toEqual([ids.evidenceId])
    expect(await evidenceOf(ids.tipId)).toHaveLength(2)
  })

  it("is refused by the store for other bytes, another size or without the checksum", async () => {
    const { ids, plan, stored } = await announced()
    const [permit] = await permitFor(ids, plan, video, [1])
    if (!permit) throw new Error("no permit")
    const bytes = cut(video, plan, 1)
    const other = bytes.slice().fill(1, 9, 10)
    expect(await (await sendPart(permit, other)).text()).toContain("BadDigest")
    expect((await sendPart(permit, bytes.slice(1))).status).toBe(403)
    expect((await sendPart({ ...permit, headers: {} }, bytes)).status).toBe(403)
    const url = permit.url.replace("partNumber=1", "partNumber=2")
    expect((await sendPart({ ...permit, url }, bytes)).status).toBe(403)
    expect(await stored()).toEqual([])
  })

  it("completed twice at once is one file", async () => {
    const { send, complete, key } = await announced()
    await send(1, 2, 3)
    expect(await Promise.all([complete(), complete()])).toEqual([
      { state: "uploaded" },
      { state: "uploaded" },
    ])
    expect(await complete()).toEqual({ state: "uploaded" })
    expect(await inspectEvidence(system(), { key })).toBe("verified")
    expect(await complete()).toEqual({ state: "verified" })
  })

  it("asked for twice at once comes together in one upload", async () => {
    const { ids, plan, complete } = await announced()
    await Promise.all([permitFor(ids, plan, video, [1]), permitFor(ids, plan, video, [2])])
    for (const permit of await permitFor(ids, plan, video, [1, 2, 3]))
      await sendPart(permit, cut(video, plan, permit.number))
    expect(await complete()).toEqual({ state: "uploaded" })
  })

  it("given up leaves nothing, and can be sent anew", async () => {
    const { ids, by, send, stored, complete, key } = await announced()
    await send(1, 2)
    await discardParts(by, ids)
    await discardParts(by, ids)
    expect([await stored(), await unfinished(key)]).toEqual([[], 0])
    await send(1, 2, 3)
    expect(await complete()).toEqual({ state: "uploaded" })
  })

  it("takes no part once it has arrived, none beyond its end, and none after its time", async () => {
    const { ids, by, send, complete } = await announced()
    const part = (number: number) => ({ ...ids, parts: [{ number, sha256: said.sha256 }] })
    await expect(permitParts(by, part(4))).rejects.toMatchObject({
      issues: [{ path: ["parts", 0, "number"], rule: "too-big", params: { max: 3 } }],
    })
    const late = { ...by, now: daysOn(3).now }
    await expect(permitParts(late, part(1))).rejects.toMatchObject({ reason: "evidence-expired" })
    await send(1, 2, 3)
    await complete()
    await expect(permitParts(by, part(1))).rejects.toMatchObject({ reason: "evidence-arrived" })
    await expect(listParts(by, ids)).rejects.toMatchObject({ reason: "evidence-arrived" })
  })

  it("is nobody's but its tip's", async () => {
    const { ids, by } = await announced()
    const stranger = reporterOf("tip_other")
    const parts = [{ number: 1, sha256: said.sha256 }]
    for (const attempt of [
      permitParts(stranger, { ...ids, parts }),
      listParts(stranger, ids),
      discardParts(stranger, ids),
    ])
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" })
    await expect(listParts(by, { ...ids, evidenceId: "evd_other" })).rejects.toMatchObject({
      code: "not-found",
    })
  })

  it("does not exist for a small one", async () => {
    const { tipId, uploads } = await submitted({ evidence: [{ name: "notes.txt", sizeBytes: 5 }] })
    expect(uploads[0]?.parts).toBeUndefined()
    const ids = { tipId, evidenceId: uploads[0]?.evidenceId ?? "" }
    await expect(listParts(reporterOf(tipId), ids)).rejects.toMatchObject({ reason: "evidence-in-one-piece" })
  })
})

describe("the sweeper", () => {
  it("joins parts that are all there though their sender never said so, and drops what stays unfinished", async () => {
    const [whole, half] = [await announced(), await announced()]
    await whole.send(1, 2, 3)
    await half.send(1)
    expect(await sweepIncoming(system(), {})).toMatchObject({ joined: 0, aborted: 0 })
    await sweepIncoming(daysOn(0.1), {})
    expect(await whole.complete()).toEqual({ state: "verified" })
    expect(await unfinished(half.key)).toBe(1)
    await sweepIncoming(daysOn(3), {})
    expect([await unfinished(half.key), await unfinished("incoming/")]).toEqual([0, 0])
  })

  it("goes on with the others where one cannot be inspected, and keeps that one", async () => {
    const files = ["broken.txt", "good.txt"].map((name) => ({ name, sizeBytes: 5 }))
    const { tipId, uploads } = await submitted({ evidence: files })
    for (const upload of uploads) await sendForm(upload, upload.name ?? "", Buffer.from("words"))
    const [broken, good] = uploads.map(({ evidenceId }) => ({ tipId, evidenceId }))
    if (!broken || !good) throw new Error("no uploads")
    await dynamo.send(
      new UpdateItemCommand({
        TableName: process.env.TABLE_NAME,
        Key: { pk: { S: tipId }, sk: { S: `evidence#${broken.evidenceId}` } },
        UpdateExpression: "SET version = :none",
        ExpressionAttributeValues: { ":none": { S: "none" } },
      }),
    )
    await sweepIncoming(daysOn(3), {})
    expect(await findEvidence(good)).toMatchObject({ state: "verified" })
    expect(await findObject(wholeKey(broken))).toBeDefined()
    expect(await findObject(wholeKey(good))).toBeUndefined()
  })

  it("drops the parts of a file whose taking back was cut short, and soon", async () => {
    const { ids, send, key } = await announced()
    await send(1)
    const evidence = await findEvidence(ids)
    if (!evidence) throw new Error("no record")
    await transact([dropEvidence(evidence)])
    await sweepIncoming(daysOn(0.1), {})
    expect(await unfinished(key)).toBe(0)
  })
})
