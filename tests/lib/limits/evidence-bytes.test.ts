import { randomBytes } from "node:crypto"
import { describe, expect, it } from "vitest"
import { announceEvidence, announceFiles, evidenceOf, renewUpload } from "@/lib/evidence"
import { countBytes, evidenceBytes, seeBytes } from "@/lib/limits"
import { submitTip } from "@/lib/reporter"
import { countedIn, countOne } from "@/lib/store/counter"
import { aTip, submitted } from "@/tests/support/factory"
import { as, reporterOf, visitor } from "@/tests/support/people"
import { inspect, send } from "@/tests/support/upload"

const gibibyte = 1024 ** 3
const { ofOrigin, ofAll } = evidenceBytes
const newOrigin = () => randomBytes(16).toString("hex")
const video = (gibibytes: number) => ({ name: "film.mkv", sizeBytes: gibibytes * gibibyte })
const films = (count: number) => Array.from({ length: count }, () => video(5))
const countOf = async (origin: string) => (await countedIn(ofOrigin, origin)).count

describe("the bytes of one tip", () => {
  it("are limited, when it is sent and when files are added, in words", async () => {
    const tooMany = { issues: [{ path: ["evidence"], rule: "too-many-bytes", params: { gigabytes: 20 } }] }
    await expect(submitted({ evidence: films(5) })).rejects.toMatchObject(tooMany)
    const { tipId } = await submitted({ evidence: films(3) })
    const add = (count: number) => announceFiles(reporterOf(tipId), { tipId, evidence: films(count) })
    await expect(add(2)).rejects.toMatchObject(tooMany)
    expect(await add(1)).toHaveLength(1)
    expect(await evidenceOf(tipId)).toHaveLength(4)
  })

  it("leave a form without JavaScript what is left of them", async () => {
    const { tipId } = await submitted({ evidence: [...films(3), video(4)] })
    const by = reporterOf(tipId)
    const slot = await announceEvidence(by, { tipId })
    const sizes = ({ fields }: typeof slot) =>
      JSON.parse(Buffer.from(fields.Policy ?? "", "base64").toString()).conditions.find(
        ([name]: string[]) => name === "content-length-range",
      )
    expect(sizes(slot)).toEqual(["content-length-range", 0, gibibyte])
    expect(sizes(await renewUpload(by, { tipId, evidenceId: slot.evidenceId }))).toEqual(sizes(slot))
  })
})

describe("the bytes of one origin in a day", () => {
  it("are limited as they are announced, and what is refused does not count", async () => {
    const origin = newOrigin()
    const { tipId } = await submitted()
    const announce = (sizeBytes: number) =>
      announceFiles(reporterOf(tipId), { tipId, evidence: [{ name: "a", sizeBytes }], origin })
    await announce(7)
    expect(await countOf(origin)).toBe(7)
    await countOne(ofOrigin, origin, ofOrigin.count - 10)
    await expect(announce(4)).rejects.toMatchObject({ code: "limited", reason: "bytes-of-origin" })
    expect(await countOf(origin)).toBe(ofOrigin.count - 3)
    expect(await announce(3)).toHaveLength(1)
    const elsewhere = { tipId, evidence: [{ name: "a", sizeBytes: 4 }], origin: newOrigin() }
    expect(await announceFiles(reporterOf(tipId), elsewhere)).toHaveLength(1)
  })

  it("count once for a tip that is sent again under its key", async () => {
    const origin = newOrigin()
    const idempotencyKey = randomBytes(20).toString("hex")
    const send = () =>
      submitTip(visitor(), {
        ...aTip({ evidence: [{ name: "a.png", sizeBytes: 70 }] }),
        idempotencyKey,
        admission: { door: "api", origin },
      })
    await send()
    await send()
    expect(await countOf(origin)).toBe(70)
  })
})

describe("the bytes of all in a day", () => {
  it("count as they come, and refuse new files but no report without any", async () => {
    const before = await seeBytes(as("mei"), {})
    const { tipId, uploads } = await submitted({ evidence: [{ name: "a.txt", sizeBytes: 5 }] })
    expect((await seeBytes(as("mei"), {})).bytes).toBe(before.bytes)
    const [upload] = uploads
    if (!upload) throw new Error("no upload")
    await send(upload, "a.txt", Buffer.from("words"))
    await inspect(upload, "a.txt")
    await inspect(upload, "a.txt")
    expect(await seeBytes(as("auditor"), {})).toMatchObject({ bytes: before.bytes + 5, state: "calm" })
    await countBytes(Math.ceil(0.85 * ofAll.count))
    expect((await seeBytes(as("administrator"), {})).state).toBe("near")
    await countBytes(Math.ceil(0.2 * ofAll.count))
    expect((await seeBytes(as("administrator"), {})).state).toBe("reached")
    const refused = { code: "limited", reason: "bytes-of-all" }
    const by = reporterOf(tipId)
    const origin = newOrigin()
    await expect(
      announceFiles(by, { tipId, evidence: [{ name: "b", sizeBytes: 1 }], origin }),
    ).rejects.toMatchObject(refused)
    await expect(announceEvidence(by, { tipId, origin })).rejects.toMatchObject(refused)
    const admission = { door: "api", origin } as const
    await expect(
      submitTip(visitor(), { ...aTip({ evidence: [{ name: "b", sizeBytes: 1 }] }), admission }),
    ).rejects.toMatchObject(refused)
    expect((await submitTip(visitor(), { ...aTip(), admission })).tipId).toMatch(/^tip_/)
    await countOne(ofAll, "all", -2 * ofAll.count)
  })

  it("are the staff's to see, and nobody else's", async () => {
    await expect(seeBytes(visitor(), {})).rejects.toMatchObject({ code: "unauthenticated" })
    await expect(seeBytes(reporterOf("tip_other"), {})).rejects.toMatchObject({ code: "forbidden" })
  })
})
