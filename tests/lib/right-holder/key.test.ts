import { GetCommand } from "@aws-sdk/lib-dynamodb"
import { describe, expect, it } from "vitest"
import { chainFaults, eventsOf } from "@/lib/audit"
import { setting } from "@/lib/kernel/config"
import { contextFor } from "@/lib/kernel/context"
import { limits } from "@/lib/limits"
import {
  authenticateKey,
  countUse,
  issueKey,
  listKeys,
  openBatch,
  revokeKey,
  submitReport,
} from "@/lib/right-holder"
import { documents } from "@/lib/store/table"
import { getTip } from "@/lib/tip"
import { aHolder, aReport } from "@/tests/support/holder"
import { as, visitor } from "@/tests/support/people"

const unknown = { code: "unauthenticated", reason: "key-unknown" }
const found = async (keyId: string) => (await listKeys(as("auditor"), {})).find((key) => key.keyId === keyId)

describe("a right holder's key", () => {
  it("opens to its holder, with the scopes that it was issued for, and is on record", async () => {
    const { keyId, holder } = await aHolder("first-films", ["tips:read"])
    expect(holder.actor).toEqual({
      kind: "right-holder",
      holderId: "first-films",
      keyId,
      name: "The first-films",
      scopes: ["tips:read"],
    })
    const events = await eventsOf(keyId)
    expect(events).toMatchObject([{ type: "key.issued", actor: { id: "administrator" } }])
    expect(chainFaults(events)).toEqual([])
  })

  it("is stored nowhere in clear", async () => {
    const { keyId, key } = await aHolder()
    const { Item } = await documents.send(
      new GetCommand({ TableName: setting("TABLE_NAME"), Key: { pk: keyId, sk: "holder-key" } }),
    )
    const secret = key.split("_").at(-1)
    expect(Item?.secretHash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify([Item, await listKeys(as("administrator"), {})])).not.toContain(secret)
    expect(JSON.stringify(await listKeys(as("administrator"), {}))).not.toContain(Item?.secretHash)
  })

  it.each([
    ["nothing", () => ""],
    ["another text", () => "key_0000000000000000_000000000000000000000000"],
    ["its id with a wrong secret", (key: string) => `${key.slice(0, -1)}${key.endsWith("0") ? "1" : "0"}`],
    ["its id alone", (key: string) => key.slice(0, 20)],
  ])("opens to nobody with %s", async (_what, change) => {
    const { key } = await aHolder()
    await expect(authenticateKey(visitor(), { key: change(key) })).rejects.toMatchObject(unknown)
  })

  it("is worth nothing from the moment it is revoked, and is revoked once", async () => {
    const { keyId, key } = await aHolder()
    const seen = { keyId, version: 1, reason: "Lost by the holder" }
    await revokeKey(as("administrator"), seen)
    await expect(authenticateKey(visitor(), { key })).rejects.toMatchObject(unknown)
    await expect(revokeKey(as("administrator"), seen)).rejects.toMatchObject({
      code: "conflict",
      lastChange: { did: "key.revoked" },
    })
    const events = await eventsOf(keyId)
    expect(events.map(({ type }) => type)).toEqual(["key.issued", "key.revoked"])
    expect(chainFaults(events)).toEqual([])
    expect((await found(keyId))?.revokedAt).toBeDefined()
  })

  it("tells the staff when it was used last and for how much, and use takes no revocation away", async () => {
    const { keyId, holder } = await aHolder()
    await countUse(holder, { rowsTaken: 3 })
    await countUse(holder, { rowsTaken: 4 })
    expect(await found(keyId)).toMatchObject({ rowsTaken: 7, lastUsedAt: holder.now, version: 1 })
    await revokeKey(as("administrator"), { keyId, version: 1, reason: "Not needed any more" })
  })

  it("is not issued under the id of a holder of another name", async () => {
    await aHolder("songs-limited")
    const other = { holderId: "songs-limited", name: "Somebody else", scopes: ["tips:read" as const] }
    await expect(issueKey(as("administrator"), other)).rejects.toMatchObject({
      issues: [{ path: ["holderId"], rule: "holder-taken" }],
    })
  })

  it("of the demo stands for no real holder, and marks what comes with it", async () => {
    const demo = { holderId: "demo-songs", name: "Demo", scopes: ["tips:write" as const], demo: true }
    const { key } = await issueKey(as("administrator"), demo)
    const holder = contextFor(await authenticateKey(visitor(), { key }))
    const { tipId } = await submitReport(holder, aReport("1"))
    expect((await getTip(as("mei"), { tipId })).tip.demo).toBe(true)
    const real = { holderId: demo.holderId, name: demo.name, scopes: demo.scopes }
    await expect(issueKey(as("administrator"), real)).rejects.toMatchObject({
      issues: [{ path: ["holderId"], rule: "holder-taken" }],
    })
  })

  it("opens no batch without its scope, and sixty an hour with it", async () => {
    const { holder: reader } = await aHolder("readers", ["tips:read"])
    await expect(openBatch(reader, {})).rejects.toMatchObject({ code: "forbidden", reason: "key-scope" })
    const { holder } = await aHolder("writers", ["tips:write"])
    for (let batch = 0; batch < limits.batches.count; batch++) await openBatch(holder, {})
    await expect(openBatch(holder, {})).rejects.toMatchObject({ code: "limited", reason: "batches" })
  })
})
