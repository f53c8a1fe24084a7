import { mkdtempSync, readFileSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeEach, expect, it } from "vitest"
import { childEnvironment, localEnvironment } from "@/infra/local/environment/environment"
import { setting } from "@/lib/kernel/config"

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "environment-"))
})

const given = (extra: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  NODE_ENV: "test",
  DATA_DIR: dataDir,
  ...extra,
})

it("derives every address from one port", async () => {
  const { variables } = await localEnvironment(given({ PORT: "4000" }))
  expect(variables).toMatchObject({
    SITE_URL: "http://localhost:4000",
    NEXTAUTH_URL: "http://localhost:4000",
    AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:4001",
    AWS_ENDPOINT_URL_S3: "http://127.0.0.1:4002",
    OIDC_ISSUER: "http://localhost:4003",
    MAIL: "smtp://127.0.0.1:4004",
  })
})

it("makes the secrets once, for nobody else to read", async () => {
  const first = await localEnvironment(given())
  const second = await localEnvironment(given())
  expect(second.secrets).toEqual(first.secrets)
  expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600)
})

it("agrees on one set of secrets when two begin at once", async () => {
  const [one, two] = await Promise.all([localEnvironment(given()), localEnvironment(given())])
  expect(one.secrets).toEqual(two.secrets)
  expect(JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8"))).toEqual(one.secrets)
})

it("gives every setting that lib asks for", async () => {
  const { variables } = await localEnvironment(given())
  const names = ["SITE_URL", "TABLE_NAME", "LIMITS_TABLE_NAME", "EVIDENCE_BUCKET", "RECEIPT_KEY"] as const
  const before = { ...process.env }
  Object.assign(process.env, variables)
  for (const name of [...names, "STATEMENT_KEY", "CONTACT_KEYRING", "VIEWER_ADDRESS_HEADER"] as const)
    expect(() => setting(name)).not.toThrow()
  expect(setting("RECEIPT_KEY")).toHaveLength(32)
  Object.assign(process.env, before)
})

it("uses somebody else's DynamoDB when it is named", async () => {
  const url = "http://127.0.0.1:8000"
  const local = await localEnvironment(given({ AWS_ENDPOINT_URL_DYNAMODB: url }))
  expect(local.foreignDynamoUrl).toBe(url)
  expect(local.variables.AWS_ENDPOINT_URL_DYNAMODB_STREAMS).toBe(url)
})

it("never lets a real account's session into a child", () => {
  const env = childEnvironment(
    given({ AWS_SESSION_TOKEN: "real", AWS_PROFILE: "work", AWS_ENDPOINT_URL: "http://elsewhere.example" }),
    { AWS_ACCESS_KEY_ID: "local" },
  )
  expect(env).not.toHaveProperty("AWS_SESSION_TOKEN")
  expect(env).not.toHaveProperty("AWS_PROFILE")
  expect(env).not.toHaveProperty("AWS_ENDPOINT_URL")
  expect(env.AWS_ACCESS_KEY_ID).toBe("local")
})
