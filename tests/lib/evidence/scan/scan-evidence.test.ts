import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { findEvidence, recordScan, scanEvidence, sweepScans } from "@/lib/evidence"
import { sealedKey } from "@/lib/evidence/evidence"
import { setting } from "@/lib/kernel/config"
import { contextFor } from "@/lib/kernel/context"
import { handler } from "@/lib/pipeline/inspect-evidence"
import { followTip } from "@/lib/reporter"
import { documents } from "@/lib/store/table"
import { getTip } from "@/lib/tip"
import { type InstreamServer, instreamServer } from "@/tests/support/instream-server"
import { as, reporterOf, system } from "@/tests/support/people"
import { sealedFile } from "@/tests/support/sealed"
import { messageOf } from "@/tests/support/upload"

const hour = 3_600_000
const systemIn = (ms: number) =>
  contextFor({ kind: "system", name: "test" }, { now: new Date(Date.now() + ms).toISOString() })

let server: InstreamServer
let reply: string
beforeEach(async () => {
  reply = "stream: OK\0"
  server = await instreamServer({ file: (socket) => socket.end(reply) })
  process.env.SCANNER = `clamd:127.0.0.1:${server.address.port}`
})
afterEach(async () => {
  delete process.env.SCANNER
  await server.close()
})

const scans = async (tipId: string) => {
  const { events } = await getTip(as("auditor"), { tipId })
  return events.flatMap((event) => (event.type === "evidence.scanned" ? [event.data.verdict] : []))
}
const reporterSees = async (tipId: string) => (await followTip(reporterOf(tipId), {})).evidence[0]?.scan

describe("a sealed file", () => {
  it("is scanned as it was sealed, and its reporter and the staff are told", async () => {
    const { tipId, ids } = await sealedFile()
    expect(await reporterSees(tipId)).toBe("pending")
    expect(await scanEvidence(system(), ids)).toBe("clean")
    expect(server.files.map(String)).toEqual(["plain words\n"])
    expect(await reporterSees(tipId)).toBe("clean")
    expect(await scans(tipId)).toEqual(["clean"])
  })

  it("that is infected carries the name of what was found", async () => {
    reply = "stream: Eicar FOUND\0"
    const { tipId, ids } = await sealedFile()
    await scanEvidence(system(), ids)
    expect((await findEvidence(ids))?.scan).toMatchObject({ verdict: "infected", threat: "Eicar" })
    expect(await reporterSees(tipId)).toBe("infected")
  })

  it("is scanned once, by any number of deliveries", async () => {
    const { tipId, arrived } = await sealedFile()
    const message = messageOf(arrived)
    await handler(message)
    expect(await handler(message)).toEqual({ batchItemFailures: [] })
    expect(server.files).toHaveLength(1)
    expect(await scans(tipId)).toEqual(["clean"])
  })

  it("is unscanned where there is no scanner, and scanned once there is one", async () => {
    const scanner = process.env.SCANNER
    delete process.env.SCANNER
    const { tipId, ids } = await sealedFile()
    expect(await scanEvidence(system(), ids)).toBe("unscanned")
    expect(await sweepScans(system(), {})).toEqual({ asked: 0 })
    expect(await reporterSees(tipId)).toBe("unscanned")
    process.env.SCANNER = scanner
    await sweepScans(systemIn(1_000), {})
    expect(await reporterSees(tipId)).toBe("clean")
  })

  it("waits while the scanner is away, times out, and is asked for again", async () => {
    const { tipId, ids } = await sealedFile()
    reply = ""
    expect(await scanEvidence(system(), ids)).toBe("pending")
    await sweepScans(systemIn(60_000), {})
    expect(server.files).toHaveLength(1)
    await sweepScans(systemIn(hour), {})
    expect(await reporterSees(tipId)).toBe("timed-out")
    reply = "stream: OK\0"
    await sweepScans(systemIn(3 * hour), {})
    expect(await reporterSees(tipId)).toBe("clean")
    expect(await scans(tipId)).toEqual(["pending", "timed-out", "clean"])
    expect(await sweepScans(systemIn(100 * hour), {})).toEqual({ asked: 0 })
  })
})

describe("files that wait for a scan", () => {
  const keyOf = async ({ tipId, evidenceId }: { tipId: string; evidenceId: string }) => {
    const Key = { pk: tipId, sk: `evidence#${evidenceId}` }
    const { Item } = await documents.send(new GetCommand({ TableName: setting("TABLE_NAME"), Key }))
    return Item?.wl_pk
  }

  it("wait in several places of the index, so that a surge heats none", async () => {
    reply = ""
    const files = [await sealedFile(), await sealedFile(), await sealedFile(), await sealedFile()]
    for (const { ids } of files) expect(await keyOf(ids)).toMatch(/^evidence#scan#[0-7]$/)
    await sweepScans(systemIn(hour), {})
    for (const { tipId } of files) expect(await scans(tipId)).toHaveLength(1)
  })

  it("since before there were several are asked about as well, and leave the one place that there was", async () => {
    reply = ""
    const { tipId, ids } = await sealedFile()
    const former = new UpdateCommand({
      TableName: setting("TABLE_NAME"),
      Key: { pk: ids.tipId, sk: `evidence#${ids.evidenceId}` },
      UpdateExpression: "SET wl_pk = :place REMOVE #shard",
      ExpressionAttributeNames: { "#shard": "shard" },
      ExpressionAttributeValues: { ":place": "evidence#scan" },
    })
    await documents.send(former)
    await sweepScans(systemIn(hour), {})
    expect(await scans(tipId)).toEqual(["pending"])
    expect(await keyOf(ids)).toMatch(/^evidence#scan#[0-7]$/)
    reply = "stream: OK\0"
    await documents.send(former)
    await sweepScans(systemIn(9 * hour), {})
    expect(await scans(tipId)).toEqual(["pending", "clean"])
    expect(await keyOf(ids)).toBeUndefined()
  })
})

describe("a scanner's late result", () => {
  it("replaces silence, and never takes back what was found", async () => {
    const { tipId, ids } = await sealedFile()
    const say = (result: Parameters<typeof recordScan>[1]["result"]) =>
      recordScan(system(), { key: sealedKey(ids), result })
    expect(await say({ verdict: "unscannable" })).toBe("unscannable")
    expect(await say({ verdict: "infected", threat: "Eicar" })).toBe("infected")
    expect(await say({ verdict: "clean" })).toBe("infected")
    expect(await say({ verdict: "infected", threat: "Eicar" })).toBe("infected")
    expect(await scans(tipId)).toEqual(["unscannable", "infected"])
  })

  it("about what is no sealed file of ours changes nothing", async () => {
    const result = { verdict: "clean" } as const
    for (const key of ["evidence/tip_none/evd_none", "preview/tip_a/evd_b.webp", ""])
      expect(await recordScan(system(), { key, result })).toBeUndefined()
  })

  it("is taken from nobody but the portal itself", async () => {
    const result = { verdict: "clean" } as const
    const { ids } = await sealedFile()
    await expect(recordScan(as("mei"), { key: sealedKey(ids), result })).rejects.toMatchObject({
      code: "forbidden",
    })
  })
})
