import { randomUUID } from "node:crypto"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { CreateBucketCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3"
import { startS3 } from "../../src/index"

/**
 * The contract holds for real S3 too: with S3_CONTRACT_ENDPOINT set, these tests judge that endpoint instead, in the
 * existing buckets S3_CONTRACT_BUCKET and S3_CONTRACT_LOCK_BUCKET (the second under Object Lock), with
 * S3_CONTRACT_REGION, S3_CONTRACT_ACCESS_KEY_ID and S3_CONTRACT_SECRET_ACCESS_KEY.
 */
export const external = process.env.S3_CONTRACT_ENDPOINT !== undefined

export type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string }

export type Endpoint = {
  readonly url: string
  readonly region: string
  readonly credentials: Credentials
  readonly s3: S3Client
  readonly bucket: string
  readonly lockBucket: string
  /** A folder of keys for this file alone. */
  readonly prefix: string
  close(): Promise<void>
}

export const clientOf = (url: string, region: string, credentials: Credentials) =>
  new S3Client({ endpoint: url, region, credentials, forcePathStyle: true, maxAttempts: 1 })

const setting = (name: string): string => {
  const value = process.env[`S3_CONTRACT_${name}`]
  if (!value) throw new Error(`S3_CONTRACT_${name} is not set`)
  return value
}

const openExternal = (): Endpoint => {
  const [url, region] = [setting("ENDPOINT"), setting("REGION")]
  const credentials = { accessKeyId: setting("ACCESS_KEY_ID"), secretAccessKey: setting("SECRET_ACCESS_KEY") }
  const s3 = clientOf(url, region, credentials)
  return {
    url,
    region,
    credentials,
    s3,
    bucket: setting("BUCKET"),
    lockBucket: setting("LOCK_BUCKET"),
    prefix: `contract/${randomUUID()}/`,
    close: async () => s3.destroy(),
  }
}

export const embedded = {
  region: "ap-east-1",
  credentials: { accessKeyId: "contract", secretAccessKey: "contract-secret" },
}

export const newFolder = () => mkdtempSync(join(tmpdir(), "s3-contract-"))

/** What lies in a data folder beside its records. */
export const filesOf = (dataDir: string) => ({
  incoming: readdirSync(join(dataDir, "incoming")).length,
  blobs: readdirSync(join(dataDir, "blobs")).length,
})

const openEmbedded = async (dataDir: string): Promise<Endpoint> => {
  const server = await startS3({ dataDir, port: 0, ...embedded })
  const s3 = clientOf(server.url, embedded.region, embedded.credentials)
  const [bucket, lockBucket] = ["contract-plain", "contract-locked"]
  await s3.send(new CreateBucketCommand({ Bucket: bucket }))
  await s3.send(new CreateBucketCommand({ Bucket: lockBucket, ObjectLockEnabledForBucket: true }))
  const close = async () => {
    s3.destroy()
    await server.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { url: server.url, ...embedded, s3, bucket, lockBucket, prefix: "contract/", close }
}

export const openEndpoint = (dataDir?: string): Promise<Endpoint> | Endpoint =>
  external ? openExternal() : openEmbedded(dataDir ?? newFolder())

/** `403 AccessDenied`, or `accepted`. */
export const outcome = (sent: Promise<unknown>): Promise<string> =>
  sent.then(
    () => "accepted",
    (error: unknown) => {
      if (error instanceof S3ServiceException) return `${error.$metadata.httpStatusCode} ${error.name}`
      throw error
    },
  )

/** The same of a plain HTTP answer. */
export const outcomeOf = (status: number, body: string): string =>
  status < 300 ? "accepted" : `${status} ${/<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? ""}`
