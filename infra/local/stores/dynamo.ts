import { spawn } from "node:child_process"
import { openSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { killWithParent } from "@/infra/local/process/kill-with-parent"
import { answering } from "@/infra/local/process/ready"

/** The binary of the embedded DynamoDB; its package exists for one platform only. */
export const dynamoBinary = () => {
  try {
    return createRequire(import.meta.url).resolve("@dynoxide/linux-x64/dynoxide")
  } catch {
    throw new Error(
      `The embedded DynamoDB has no build for ${process.platform}-${process.arch}, or npm ci left out optional dependencies.\n` +
        "Start any DynamoDB Local yourself and set AWS_ENDPOINT_URL_DYNAMODB to its address.",
    )
  }
}

export const databasePathIn = (dataDir: string) => join(dataDir, "dynamo.sqlite")

export const dynamoArguments = (port: number, databasePath: string) => [
  "serve",
  ...["--host", "127.0.0.1"],
  ...["--port", String(port)],
  ...["--db-path", databasePath],
]

const busyMsMax = 5_000

/**
 * Gives the embedded DynamoDB, once it answers, the indexes that its own queries lack: it numbers each stream record
 * by reading all before it, so that without them every write costs more than the one before.
 */
export const indexStream = (databasePath: string) => {
  const database = new DatabaseSync(databasePath, { timeout: busyMsMax })
  try {
    database.exec(`
      CREATE INDEX IF NOT EXISTS stream_by_number ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
      CREATE INDEX IF NOT EXISTS stream_by_shard ON _stream_records (table_name, shard_id, sequence_number);
    `)
  } finally {
    database.close()
  }
}

/** For tests; a portal is started by its supervisor. */
export const startDynamo = async (port: number, databasePath: string) => {
  const child = spawn(dynamoBinary(), dynamoArguments(port, databasePath), {
    stdio: ["ignore", "ignore", openSync(`${databasePath}.log`, "a")],
    detached: true,
  })
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  killWithParent(child)
  const url = `http://127.0.0.1:${port}`
  await answering(url, { givenUp: () => child.exitCode !== null })
  indexStream(databasePath)
  return {
    url,
    pid: child.pid,
    close: async () => {
      child.kill()
      await exit
    },
  }
}
