import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { variablesOf } from "@/infra/local/environment/environment"
import { freePort } from "@/infra/local/environment/ports"
import { newSecrets } from "@/infra/local/environment/secrets"
import { createTables } from "@/infra/local/stores/create-tables"
import { startDynamo } from "@/infra/local/stores/dynamo"

/**
 * An empty embedded DynamoDB, which `lib`, imported later, reaches. There is no object store.
 * @returns what ends it
 */
export const ownStore = async () => {
  const dir = mkdtempSync(join(tmpdir(), "portal-bench-"))
  const dynamo = await startDynamo(await freePort(), join(dir, "dynamo.sqlite"))
  const none = "http://127.0.0.1:1"
  const variables = variablesOf(
    { dynamoUrl: dynamo.url, s3Url: none, siteUrl: none, issuer: none, mailUrl: none },
    await newSecrets(),
  )
  Object.assign(process.env, variables)
  await createTables({ table: variables.TABLE_NAME, limits: variables.LIMITS_TABLE_NAME })
  return async () => {
    await dynamo.close()
    rmSync(dir, { recursive: true, force: true })
  }
}
