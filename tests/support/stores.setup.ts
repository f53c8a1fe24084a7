import { randomBytes } from "node:crypto"
import { DatabaseSync } from "node:sqlite"
import { DeleteTableCommand, DynamoDBClient, ResourceNotFoundException } from "@aws-sdk/client-dynamodb"
import { inject } from "vitest"
import { variablesOf } from "@/infra/local/environment/environment"
import { createBucket } from "@/infra/local/stores/create-bucket"
import { createTables } from "@/infra/local/stores/create-tables"

const { dynamoUrl, databasePath, s3Url, secrets } = inject("stores")
const siteUrl = "http://localhost:3000"
const issuer = "http://localhost:3003"
const mailUrl = "smtp://127.0.0.1:3004"

// One name a process: modules of `lib` are loaded once and read it once, while each file finds its tables empty.
const variables = {
  ...variablesOf({ dynamoUrl, s3Url, siteUrl, issuer, mailUrl }, secrets),
  TABLE_NAME: `table-${process.pid}`,
  LIMITS_TABLE_NAME: `limits-${process.pid}`,
  EVIDENCE_BUCKET: `evidence-${randomBytes(6).toString("hex")}`,
}

declare global {
  var environmentBefore: NodeJS.ProcessEnv | undefined
}
globalThis.environmentBefore ??= { ...process.env }
for (const name of Object.keys(process.env)) delete process.env[name]
Object.assign(process.env, globalThis.environmentBefore, variables)
delete process.env.AWS_SESSION_TOKEN
delete process.env.AWS_PROFILE

const dynamo = new DynamoDBClient({})
for (const TableName of [variables.TABLE_NAME, variables.LIMITS_TABLE_NAME])
  await dynamo.send(new DeleteTableCommand({ TableName })).catch((error: unknown) => {
    if (!(error instanceof ResourceNotFoundException)) throw error
  })
dynamo.destroy()
// The embedded DynamoDB keeps the stream of a table that was deleted, for the next table of its name.
const database = new DatabaseSync(databasePath, { timeout: 5_000 })
database.prepare("DELETE FROM _stream_records WHERE table_name = ?").run(variables.TABLE_NAME)
database.close()

await createTables({ table: variables.TABLE_NAME, limits: variables.LIMITS_TABLE_NAME })
await createBucket(variables.EVIDENCE_BUCKET, siteUrl)
