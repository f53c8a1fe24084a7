import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import type { TestProject } from "vitest/node"
import { startDynamo } from "@/infra/local/dynamo"
import { accessKeyId, region } from "@/infra/local/environment"
import { freePort } from "@/infra/local/ports"
import { newSecrets, type Secrets } from "@/infra/local/secrets"

declare module "vitest" {
  interface ProvidedContext {
    stores: { readonly dynamoUrl: string; readonly s3Url: string; readonly secrets: Secrets }
  }
}

type StartS3 = (options: {
  dataDir: string
  port: number
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string }
}) => Promise<{ url: string; close(): Promise<void> }>

const startS3 = async (dataDir: string, secrets: Secrets) => {
  const path = resolve("infra/local/s3/index.ts")
  if (!existsSync(path)) return undefined
  const { startS3 } = (await import(path)) as { startS3: StartS3 }
  mkdirSync(dataDir, { recursive: true })
  return startS3({
    dataDir,
    port: 0,
    region,
    credentials: { accessKeyId, secretAccessKey: secrets.awsSecretAccessKey },
  })
}

/** The same servers that a local portal runs on, once for all test files; each file has its own tables and bucket. */
export const setup = async ({ provide }: TestProject) => {
  const dir = mkdtempSync(join(tmpdir(), "portal-stores-"))
  const secrets = await newSecrets()
  const dynamo = await startDynamo(await freePort(), join(dir, "dynamo.sqlite"))
  const s3 = await startS3(join(dir, "s3"), secrets)
  provide("stores", { dynamoUrl: dynamo.url, s3Url: s3?.url ?? "", secrets })
  return async () => {
    await Promise.all([dynamo.close(), s3?.close()])
    rmSync(dir, { recursive: true, force: true })
  }
}
