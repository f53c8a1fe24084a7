import { execFileSync } from "node:child_process"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { checkBag } from "@/infra/local/commands/check-bag"
import { verifyFile } from "@/lib/audit"
import { getCase, moveTips, openCase } from "@/lib/case"
import { announceEvidence, recordScan } from "@/lib/evidence"
import { sealedKey } from "@/lib/evidence/evidence"
import { CaseId, ReferralId } from "@/lib/kernel/id"
import { buildPackages, findPackage, openPackage, queuePackage } from "@/lib/package"
import { packageKey } from "@/lib/package/keys"
import { bagStream } from "@/lib/package/write-bag"
import { approveReferral, deliverReferral } from "@/lib/referral"
import { numberOf } from "@/lib/reporter"
import { getObject } from "@/lib/store/objects/read"
import { storeStream } from "@/lib/store/objects/store-stream"
import { acceptTip, claimTip, getTip } from "@/lib/tip"
import { aCase, aDelivered, aDraft, enforcementWorld } from "@/tests/support/case"
import { submitted } from "@/tests/support/factory"
import { as, reporterOf, system, visitor } from "@/tests/support/people"
import { draw } from "@/tests/support/sealed"
import { inspect, send } from "@/tests/support/upload"

let folder = ""
beforeAll(async () => {
  await enforcementWorld()
  folder = await mkdtemp(join(tmpdir(), "package-"))
})
afterAll(() => rm(folder, { recursive: true }))

const later = () => new Date(Date.now() + 1_000).toISOString()
const building = () => buildPackages({ ...system(), now: later() }, {})

let sites = 0

/** A delivered referral of a case whose tip has this file. */
const referred = async (name: string, isInfected = false) => {
  sites += 1
  const { tipId } = await submitted({ targets: [`https://packed-${sites}.example/`] })
  const upload = await announceEvidence(reporterOf(tipId), { tipId })
  await send(upload, name, Buffer.from(`evidence ${name}`))
  await inspect(upload, name)
  const ids = { tipId, evidenceId: upload.evidenceId }
  await draw(ids)
  const scanned = isInfected ? ({ verdict: "infected", threat: "Eicar" } as const) : undefined
  if (scanned) await recordScan(system(), { key: sealedKey(ids), result: scanned })
  const claimed = await claimTip(as("mei"), { tipId })
  await acceptTip(as("mei"), { tipId, version: claimed.version, campaign: "demo-2026" })
  const caseId = CaseId.parse((await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? "none")
  const draft = await aDelivered(caseId)
  const referralId = ReferralId.parse(draft.referralId)
  return { caseId, referralId, tipId }
}

const packed = async (ids: { caseId: string; referralId: string }) => {
  await queuePackage(system(), { ...ids, at: new Date().toISOString() })
  await building()
  const { url } = await openPackage(as("officer"), ids)
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  const path = join(folder, `${ids.referralId}.zip`)
  await writeFile(path, bytes)
  return { bytes, path }
}

describe("the package of a referral", () => {
  it("is a whole bag, and sha256sum agrees, whatever its files are called", async () => {
    const ids = await referred("..%0A 截图\u202E.txt")
    const { path } = await packed(ids)
    const { faults, files } = await checkBag(path)
    expect(faults).toEqual([])
    const names = [...files.keys()]
    expect(names.filter((name) => name.startsWith("data/originals/"))).toHaveLength(1)
    expect(names).toEqual(
      expect.arrayContaining(["data/copies/0001-01.txt", "data/custody.jsonl", "statement.jws"]),
    )
    for (const name of names) expect(name).not.toMatch(/\.\.|[\p{C}%\\]/u)
    execFileSync("python3", ["-m", "zipfile", "-e", path, folder])
    const bag = join(folder, ids.referralId)
    for (const [command, manifest] of [
      ["sha256sum", "manifest-sha256.txt"],
      ["sha512sum", "tagmanifest-sha512.txt"],
    ] as const)
      execFileSync(command, ["--check", "--strict", "--quiet", manifest], { cwd: bag })
  })

  it("names no reporter: neither a tip's id nor its number is anywhere in it", async () => {
    const ids = await referred("notes.txt")
    const { bytes } = await packed(ids)
    const text = bytes.toString("latin1")
    expect(text).toContain("The whole film can be watched")
    expect(text).not.toContain(ids.tipId)
    expect(text).not.toContain(numberOf(ids.tipId))
    expect(text).not.toContain(ids.tipId.slice(4))
  })

  it("names no reporter of a tip that was moved to another case either, not even in what an officer wrote", async () => {
    const ids = await referred("page.txt")
    const { targets } = (await getTip(as("mei"), { tipId: ids.tipId })).tip
    const { tipId: moved, version } = await claimTip(as("mei"), {
      tipId: (await submitted({ targets: targets.map(({ text }) => text) })).tipId,
    })
    await acceptTip(as("mei"), { tipId: moved, version, campaign: "demo-2026" })
    await openCase(system(), { tipId: moved, campaign: "demo-2026" })
    const { version: seen } = (await getCase(as("cai"), { caseId: ids.caseId })).case
    const reason = `Report ${numberOf(moved)} is about something else.`
    await moveTips(as("cai"), { caseId: ids.caseId, version: seen, tipIds: [moved], to: "", reason })
    const { bytes } = await packed(ids)
    const text = bytes.toString("latin1")
    expect(text).toContain("case.tips-moved")
    expect(text).not.toContain(moved.slice("tip_".length))
    expect(text).not.toContain(numberOf(moved))
  })

  it("leaves out an original that was found harmful, and says so", async () => {
    const ids = await referred("bad.txt", true)
    const { bytes, path } = await packed(ids)
    const { files } = await checkBag(path)
    expect([...files.keys()].filter((name) => name.startsWith("data/originals/"))).toEqual([])
    expect(bytes.toString()).toContain('"scan": "infected"')
    expect(files.get("bag-info.txt")?.bytes.toString()).toContain("Originals-Withheld: 1")
  })

  it("shows a flipped byte in any part of any member", async () => {
    const { path, bytes } = await packed(await referred("flip.txt"))
    const { files } = await checkBag(path)
    for (const name of files.keys()) {
      const changed = Buffer.from(bytes)
      const at = changed.indexOf(name) + Buffer.byteLength(name)
      changed[at] = (changed[at] ?? 0) ^ 1
      const spoilt = join(folder, "spoilt.zip")
      await writeFile(spoilt, changed)
      expect((await checkBag(spoilt)).faults, name).not.toEqual([])
    }
  })

  it("is built once, and the same when it is built again", async () => {
    const ids = await referred("same.txt")
    const at = new Date().toISOString()
    await queuePackage(system(), { ...ids, at })
    await queuePackage(system(), { ...ids, at })
    const both = await Promise.all([building(), building()])
    expect(both.reduce((all, { built }) => all + built, 0)).toBe(1)
    const first = await findPackage(as("cai"), ids)
    const { body } = await getObject(packageKey(ids))
    const again = await storeStream(`${packageKey(ids)}-again`, Readable.from([await buffer(body)]))
    expect(again.sha256).toBe(first?.sha256)
    expect(await storeStream(packageKey(ids), Readable.from([Buffer.from("other")]))).toEqual(again)
    expect(await building()).toEqual({ built: 0, failed: 0 })
    expect((await verifyFile(as("auditor"), { file: ids.caseId })).faults).toEqual([])
  })
})

describe("who fetches a package", () => {
  it("is the authority's own officer or a case officer, and is on record", async () => {
    const ids = await referred("who.txt")
    await packed(ids)
    await expect(openPackage(as("stranger"), ids)).rejects.toMatchObject({ code: "not-found" })
    await expect(findPackage(as("stranger"), ids)).rejects.toMatchObject({ code: "not-found" })
    for (const name of ["mei", "pia", "auditor", "administrator"] as const)
      await expect(openPackage(as(name), ids)).rejects.toMatchObject({ code: "forbidden" })
    await expect(openPackage(visitor(), ids)).rejects.toMatchObject({ code: "unauthenticated" })
    const before = (await findPackage(as("cai"), ids))?.version ?? 0
    await Promise.all([openPackage(as("cai"), ids), openPackage(as("officer"), ids)])
    expect((await findPackage(as("auditor"), ids))?.version).toBe(before + 2)
  })

  it("waits until it is built, and of a draft there is none", async () => {
    const draft = await aDraft(await aCase())
    await approveReferral(as("dan"), draft)
    await deliverReferral(system(), draft)
    const { caseId, referralId } = draft
    await expect(openPackage(as("cai"), { caseId, referralId })).rejects.toMatchObject({ code: "not-found" })
    await queuePackage(system(), { caseId, referralId, at: new Date().toISOString() })
    const early = openPackage(as("cai"), { caseId, referralId })
    await expect(early).rejects.toMatchObject({ code: "conflict", reason: "package-not-built" })
  })
})

describe("a bag", () => {
  it("is written and checked with a hostile path in its manifest, and fails where a member is not what was sealed", async () => {
    const open = async () => Readable.from([Buffer.from("x")])
    const bag = { name: "b", info: [], sealedBy: async () => ({ info: [], files: {} }) }
    const path = join(folder, "hostile.zip")
    await writeFile(path, bagStream({ ...bag, members: [{ path: "data/a%0A\r\n截.txt", open }] }))
    expect((await checkBag(path)).faults).toEqual([])
    expect((await checkBag(path)).files.get("manifest-sha256.txt")?.bytes.toString()).toContain(
      "data/a%250A%0D%0A截.txt",
    )
    const other = bagStream({ ...bag, members: [{ path: "data/a", open, sha256: "00" }] })
    await expect(buffer(other)).rejects.toThrow("data/a is not what was sealed")
  })

  it("is not one where the file is something else", async () => {
    const path = join(folder, "no.zip")
    await writeFile(path, await readFile("package.json"))
    expect((await checkBag(path)).faults).not.toEqual([])
  })
})
