import { beforeAll, describe, expect, it } from "vitest"
import { eventsOf, verifyFile } from "@/lib/audit"
import { listEvidence, openOriginal, recordScan, sealedKey, type Upload } from "@/lib/evidence"
import { TipId } from "@/lib/kernel/id"
import { getValve, openValve, originOf, shutValve } from "@/lib/limits"
import {
  addObjectionFile,
  decideObjection,
  filesPerObjectionMax,
  followObjection,
  getObjection,
  objectionFileBytesMax,
  permitObjectionFile,
  submitObjection,
} from "@/lib/objection"
import { handler as preview } from "@/lib/pipeline/preview-evidence"
import { handler as react } from "@/lib/pipeline/react"
import { enforcementWorld } from "@/tests/support/case"
import { deliver } from "@/tests/support/deliver"
import { aListedSite } from "@/tests/support/listed"
import { as, system, visitor } from "@/tests/support/people"
import { inspect, messageOf, send, sha256Of } from "@/tests/support/upload"

const origin = originOf("192.0.2.11", new Date().toISOString())
const redirectTo = "http://localhost:3000/en/sites/objection/sending?sent=0123456789012345678901"
const licence = Buffer.from("A licence for everything that is offered there, of 2025.")

let sites = 0
const objection = async () => {
  sites += 1
  const typed = `files-${sites}.example`
  await aListedSite(typed)
  const text = "We hold a licence for everything that is offered there."
  const key = `objection-files-${sites}`.padEnd(20, "0")
  const receipt = await submitObjection(visitor(), { typed, text, locale: "en", key, origin })
  return { keys: { ...receipt, origin }, objectionId: `obj_${receipt.number.replaceAll("-", "")}` }
}
type Keys = Awaited<ReturnType<typeof objection>>["keys"]

const place = async (keys: Keys): Promise<Upload> => {
  await addObjectionFile(visitor(), keys)
  const upload = await permitObjectionFile(visitor(), { ...keys, redirectTo })
  if (!upload) throw new Error("No place is open")
  return upload
}
const filesOf = async (keys: Keys) => (await followObjection(visitor(), keys)).files

beforeAll(enforcementWorld)

describe("a file of an objection", () => {
  it("is sent by a form, sealed, scanned and drawn as evidence of a tip is; all of it again changes nothing", async () => {
    const { keys, objectionId } = await objection()
    const upload = await place(keys)
    await addObjectionFile(visitor(), keys)
    expect((await permitObjectionFile(visitor(), { ...keys, redirectTo }))?.evidenceId).toBe(
      upload.evidenceId,
    )
    expect(await filesOf(keys)).toEqual([])
    const sent = await send(upload, "licence.txt", licence)
    expect([sent.status, sent.headers.get("location")?.startsWith(redirectTo)]).toEqual([303, true])
    expect(await filesOf(keys)).toMatchObject([{ state: "announced", isArrived: true }])
    const ids = { tipId: TipId.parse(objectionId), evidenceId: upload.evidenceId }
    for (let time = 0; time < 2; time++) {
      expect(await inspect(upload, "licence.txt")).toBe("verified")
      await preview(messageOf(sealedKey(ids)))
      await recordScan(system(), { key: sealedKey(ids), result: { verdict: "clean" } })
      await deliver(react)
    }
    const sealed = { name: "licence.txt", state: "verified", scan: "clean", hasPreview: true }
    expect(await filesOf(keys)).toMatchObject([{ ...sealed, sha256: sha256Of(licence) }])
    expect(await listEvidence(as("cai"), { tipId: objectionId })).toMatchObject([{ state: "verified" }])
    const { url } = await openOriginal(as("cai"), { ...ids, reason: "To read the licence" })
    expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(licence)
    const types = (await eventsOf(objectionId)).map(({ type }) => type)
    expect(types).toEqual([
      "objection.received",
      "objection.file-announced",
      "evidence.verified",
      "evidence.previewed",
      "evidence.scanned",
      "evidence.original-opened",
    ])
    expect(await verifyFile(as("auditor"), { file: objectionId })).toMatchObject({ faults: [] })
  })

  it("needs the code, and an objection that is not decided", async () => {
    const { keys, objectionId } = await objection()
    const wrong = { ...keys, code: "0000-0000-0000-0000" }
    for (const act of [addObjectionFile, followObjection])
      await expect(act(visitor(), wrong)).rejects.toMatchObject({ reason: "objection-unknown" })
    await expect(permitObjectionFile(visitor(), { ...wrong, redirectTo })).rejects.toMatchObject({
      reason: "objection-unknown",
    })
    await addObjectionFile(visitor(), keys)
    const { version } = (await getObjection(as("administrator"), { objectionId })).objection
    const decision = { objectionId, version, outcome: "reject" as const, wording: "Nothing speaks for it." }
    await decideObjection(as("administrator"), decision)
    await expect(addObjectionFile(visitor(), keys)).rejects.toMatchObject({ reason: "objection-status" })
    expect(await permitObjectionFile(visitor(), { ...keys, redirectTo })).toBeUndefined()
    expect(await followObjection(visitor(), keys)).toMatchObject({ takesFiles: false, files: [] })
  })

  it("is refused by the store beyond its size, and by the portal beyond their number", async () => {
    const { keys } = await objection()
    const { fields } = await place(keys)
    const policy = Buffer.from(fields.policy ?? fields.Policy ?? "", "base64").toString()
    expect(JSON.parse(policy).conditions).toContainEqual(["content-length-range", 0, objectionFileBytesMax])
    for (let at = 0; at < filesPerObjectionMax; at++) {
      const upload = await place(keys)
      await send(upload, `${at}.txt`, Buffer.from(`Page ${at}`))
      await inspect(upload, `${at}.txt`)
    }
    expect(await followObjection(visitor(), keys)).toMatchObject({ takesFiles: false })
    await expect(addObjectionFile(visitor(), keys)).rejects.toMatchObject({
      issues: [{ path: ["evidence"], rule: "too-many", params: { max: filesPerObjectionMax } }],
    })
  })

  it("is let in by nobody while uploads are shut", async () => {
    const { keys } = await objection()
    await addObjectionFile(visitor(), keys)
    const message = { zh: "大量虚假文件正在涌入。", en: "A flood of false files is coming in." }
    const { version } = await getValve(visitor(), {})
    await shutValve(as("administrator"), { version, state: "uploads-shut", message })
    const refused = { code: "unavailable" }
    await expect(permitObjectionFile(visitor(), { ...keys, redirectTo })).rejects.toMatchObject(refused)
    await expect(addObjectionFile(visitor(), keys)).rejects.toMatchObject(refused)
    await openValve(as("administrator"), { version: version + 1 })
    expect(await permitObjectionFile(visitor(), { ...keys, redirectTo })).toBeDefined()
  })

  it("has one place, also when two ask for it at once", async () => {
    const { keys, objectionId } = await objection()
    const asked = await Promise.allSettled([1, 2, 3].map(() => addObjectionFile(visitor(), keys)))
    expect(asked.some(({ status }) => status === "fulfilled")).toBe(true)
    for (const one of asked)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" })
    expect(await listEvidence(as("cai"), { tipId: objectionId })).toHaveLength(1)
  })
})
