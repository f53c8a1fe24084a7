import { existsSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { localEnvironment } from "@/infra/local/environment/environment"
import { freePort } from "@/infra/local/environment/ports"
import { databasePathIn, startDynamo } from "@/infra/local/stores/dynamo"
import { schemaVersion } from "@/lib/store/schema-version"
import { earlierFolder, records } from "@/tests/support/local/earlier-folder"

type Lib = {
  readonly audit: typeof import("@/lib/audit")
  readonly migration: typeof import("@/lib/migration")
  readonly folder: typeof import("@/infra/local/stores/migrate-folder")
  readonly schema: typeof import("@/lib/store/schema")
  readonly query: typeof import("@/lib/store/query")
  readonly people: typeof import("@/tests/support/people")
}

describe("a folder of the version before", () => {
  const dataDir = earlierFolder()
  const told: string[] = []
  let dynamo: Awaited<ReturnType<typeof startDynamo>>
  let lib: Lib

  beforeAll(async () => {
    dynamo = await startDynamo(await freePort(), databasePathIn(dataDir))
    const { variables } = await localEnvironment({ NODE_ENV: "test", DATA_DIR: dataDir })
    Object.assign(process.env, variables, { AWS_ENDPOINT_URL_DYNAMODB: dynamo.url })
    lib = {
      audit: await import("@/lib/audit"),
      migration: await import("@/lib/migration"),
      folder: await import("@/infra/local/stores/migrate-folder"),
      schema: await import("@/lib/store/schema"),
      query: await import("@/lib/store/query"),
      people: await import("@/tests/support/people"),
    }
  })
  afterAll(async () => {
    await dynamo.close()
    rmSync(dataDir, { recursive: true })
  })

  const verifyAll = async () => {
    const faults: string[] = []
    let position: Parameters<typeof lib.audit.verifySome>[1] | undefined = { part: 0 }
    while (position) {
      const some: Awaited<ReturnType<typeof lib.audit.verifySome>> = await lib.audit.verifySome(
        lib.people.system(),
        position,
      )
      faults.push(...some.faults.map(({ subject, fault }) => `${subject} ${fault}`))
      position = some.next
    }
    return faults
  }
  const eventsOf = async (tipId: string) => {
    const events = await lib.audit.eventsOf(tipId)
    return events.map(({ type }) => type)
  }

  it("is known as older, and none of its records as sealed", async () => {
    expect(await lib.migration.getSchema(lib.people.visitor(), {})).toMatchObject({
      stored: 1,
      state: "older",
    })
    expect(new Set((await verifyAll()).map((fault) => fault.split(" ")[1]))).toContain("forged")
  })

  it("is brought to the present schema, and what was tampered with before stays a fault", async () => {
    await lib.folder.migrateFolder(dataDir, (line) => told.push(line))
    expect(await lib.migration.getSchema(lib.people.visitor(), {})).toMatchObject({ state: "current" })
    expect(await verifyAll()).toEqual([`${records.tampered} missing`])
    expect(existsSync(join(dataDir, `schema-${schemaVersion}`))).toBe(true)
  })

  it("has its contacts out of the table's own expiry, and those that it took on record", async () => {
    const kept = await lib.query.findItem({ pk: `contact#${records.keptContact}`, sk: "contact" })
    expect(kept).toMatchObject({ sealed: expect.any(String), dueAt: expect.any(String) })
    expect(kept).not.toHaveProperty("expiresAt")
    expect(await eventsOf(records.keptContact)).not.toContain("tip.contact-erased")
    expect(await eventsOf(records.lostContact)).toContain("tip.contact-erased")
  })

  it("has its tips under their sites", async () => {
    const { viewSite } = await import("@/lib/desk")
    const { tip } = await (await import("@/lib/tip")).getTip(lib.people.as("mei"), {
      tipId: records.keptContact,
    })
    const { tips } = await viewSite(lib.people.as("mei"), { site: tip.sites[0] ?? "" })
    expect(tips.rows.map(({ tipId }) => tipId)).toContain(records.keptContact)
  })

  it("migrated again stays as it is", async () => {
    const before = await eventsOf(records.lostContact)
    await lib.folder.migrateFolder(dataDir, (line) => told.push(line))
    await lib.migration.migrate(lib.people.system(), {})
    expect(await eventsOf(records.lostContact)).toEqual(before)
    expect(await verifyAll()).toEqual([`${records.tampered} missing`])
  })

  it("whose table no longer says its schema is not sealed anew", async () => {
    const { documents } = await import("@/lib/store/table")
    const { DeleteCommand, UpdateCommand } = await import("@aws-sdk/lib-dynamodb")
    const TableName = process.env.TABLE_NAME
    await documents.send(new DeleteCommand({ TableName, Key: { pk: "schema", sk: "schema" } }))
    const { events } = await lib.audit.verifyFile(lib.people.as("auditor"), { file: records.keptContact })
    expect(events).toBe(1)
    const key = { pk: records.keptContact, sk: "tip" }
    const item = await lib.query.findItem(key)
    await documents.send(
      new UpdateCommand({
        TableName,
        Key: key,
        UpdateExpression: "SET head = :bare",
        ExpressionAttributeValues: { ":bare": String(item?.head).split(".")[0] },
      }),
    )
    const lines: string[] = []
    await lib.folder.migrateFolder(dataDir, (line) => lines.push(line))
    expect(lines.join("\n")).toContain("npm run verify-audit")
    expect(await verifyAll()).toContain(`${records.keptContact} forged`)
  })

  it("of the version before last is brought on from there, whatever its table says", async () => {
    const { documents } = await import("@/lib/store/table")
    const { DeleteCommand } = await import("@aws-sdk/lib-dynamodb")
    const TableName = process.env.TABLE_NAME
    await documents.send(new DeleteCommand({ TableName, Key: { pk: "schema", sk: "schema" } }))
    rmSync(join(dataDir, `schema-${schemaVersion}`))
    writeFileSync(join(dataDir, `schema-${schemaVersion - 1}`), "")
    const lines: string[] = []
    await lib.folder.migrateFolder(dataDir, (line) => lines.push(line))
    expect(lines.join("\n")).toContain("npm run verify-audit")
    expect(await lib.migration.getSchema(lib.people.visitor(), {})).toMatchObject({ state: "current" })
    expect(await verifyAll()).toContain(`${records.keptContact} forged`)
  })

  it("of a later version is not touched, and says what to do", async () => {
    await lib.schema.writeSchema(schemaVersion + 1)
    await expect(lib.folder.migrateFolder(dataDir, () => undefined)).rejects.toThrow(
      /later version of the portal[\s\S]*DATA_DIR/,
    )
  })
})
