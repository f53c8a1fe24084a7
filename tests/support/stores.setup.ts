import { randomBytes } from "node:crypto"
import { inject } from "vitest"
import { createBucket } from "@/infra/local/create-bucket"
import { createTables } from "@/infra/local/create-tables"
import { variablesOf } from "@/infra/local/environment"

const { dynamoUrl, s3Url, secrets } = inject("stores")
const siteUrl = "http://localhost:3000"
const issuer = "http://localhost:3003"
const mailUrl = "smtp://127.0.0.1:3004"
const file = randomBytes(6).toString("hex")

const variables = {
  ...variablesOf({ dynamoUrl, s3Url, siteUrl, issuer, mailUrl }, secrets),
  TABLE_NAME: `table-${file}`,
  LIMITS_TABLE_NAME: `limits-${file}`,
  EVIDENCE_BUCKET: `evidence-${file}`,
}

// Before any module of `lib` is loaded: the clients read their endpoints once.
delete process.env.AWS_SESSION_TOKEN
delete process.env.AWS_PROFILE
Object.assign(process.env, variables)

await createTables({ table: variables.TABLE_NAME, limits: variables.LIMITS_TABLE_NAME })
await createBucket(variables.EVIDENCE_BUCKET, siteUrl)
