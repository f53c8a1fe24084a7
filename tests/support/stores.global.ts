import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startS3 } from "@sword-net/s3-subset"
import type { TestProject } from "vitest/node"
import { accessKeyId, region } from "@/infra/local/environment/environment"
import { freePort } from "@/infra/local/environment/ports"
import { newSecrets, type Secrets } from "@/infra/local/environment/secrets"
import { startDynamo } from "@/infra/local/stores/dynamo"

declare module "vitest" {
  interface ProvidedContext {
    stores: {
      readonly dynamoUrl: string
      readonly databasePath: string
      readonly s3Url: string
      readonly secrets: Secrets
    }
  }
}

/** The same servers that a local portal runs on, once for all test files; each file finds its tables and bucket empty. */
export const setup = async ({ provide }: TestProject) => {
  const dir = mkdtempSync(join(tmpdir(), "portal-stores-"))
  const secrets = await newSecrets()
  const databasePath = join(dir, "dynamo.sqlite")
  const dynamo = await startDynamo(await freePort(), databasePath)
  const s3 = await startS3({
    dataDir: join(dir, "s3"),
    port: 0,
    region,
    credentials: { accessKeyId, secretAccessKey: secrets.awsSecretAccessKey },
  })
  provide("stores", { dynamoUrl: dynamo.url, databasePath, s3Url: s3.url, secrets })
  return async () => {
    await Promise.all([dynamo.close(), s3.close()])
    rmSync(dir, { recursive: true, force: true })
  }
}
