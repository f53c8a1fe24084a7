import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { inject } from "vitest"
import { variablesOf } from "@/infra/local/environment/environment"
import { freePort } from "@/infra/local/environment/ports"
import { startOpenId } from "@/infra/local/openid/server"
import { startEdge } from "./edge"
import { functionIds, siteVariables } from "./functions"
import { startFunction } from "./start-function"

/**
 * The built site in two processes that share nothing but the stores, behind an edge, with a provider to sign in with
 * and the consumers of events. Runs on the stores of the test file.
 */
export const startWorld = async () => {
  const { dynamoUrl, s3Url, secrets } = inject("stores")
  const dir = mkdtempSync(join(tmpdir(), "portal-aws-"))
  const [sitePort, openIdPort] = [await freePort(), await freePort()]
  const siteUrl = `http://localhost:${sitePort}`
  const issuer = `http://localhost:${openIdPort}`
  const addresses = { dynamoUrl, s3Url, siteUrl, issuer, mailUrl: "smtp://127.0.0.1:9" }
  const { TABLE_NAME, LIMITS_TABLE_NAME, EVIDENCE_BUCKET, PATH } = process.env
  const environment = {
    ...variablesOf(addresses, secrets),
    TABLE_NAME,
    LIMITS_TABLE_NAME,
    EVIDENCE_BUCKET,
    PATH,
    NODE_ENV: "production" as const,
    VIEWER_ADDRESS_HEADER: "x-portal-viewer",
    REPORTS_PER_MINUTE_NORMAL: "100000",
    SCANNER: "none",
  }
  const openId = await startOpenId({
    port: openIdPort,
    issuer,
    siteUrl,
    clientId: environment.OIDC_CLIENT_ID,
    clientSecret: environment.OIDC_CLIENT_SECRET,
    cookieKey: secrets.openIdCookieKey,
    signingKey: secrets.openIdSigningKey,
    databasePath: join(dir, "openid.sqlite"),
    accountsPath: join(dir, "accounts.json"),
  })
  const ids = functionIds()
  const started = (id: string) => startFunction(id, "bundle.mjs", environment)
  const startSite = () => startFunction(ids.site, "server-index.mjs", { ...siteVariables(), ...environment })
  const [first, second, react, inspect, sweep] = await Promise.all([
    startSite(),
    startSite(),
    started(ids.react),
    started(ids.inspect),
    started(ids.sweep),
  ])
  const edge = await startEdge(sitePort, [first, second])
  return {
    siteUrl,
    log: () => [first, second, react, inspect, sweep].map(({ log }) => log()).join("\n"),
    react,
    inspect,
    sweep,
    stop: async () => {
      await edge.close()
      await Promise.all([first, second, react, inspect, sweep].map(({ stop }) => stop()))
      await openId.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
