import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { inject } from "vitest"
import { variablesOf } from "@/infra/local/environment/environment"
import { freePort } from "@/infra/local/environment/ports"
import { startOpenId } from "@/infra/local/openid/server"
import { receiverTls } from "@/tests/support/files/receiver-tls"
import { openMailbox } from "@/tests/support/mailbox"
import { startEdge } from "./edge"
import { type ConsumerName, consumerId, consumerNames, siteId, siteVariables } from "./functions"
import { type RunningFunction, startFunction } from "./start-function"

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
  const mailbox = await openMailbox()
  const addresses = { dynamoUrl, s3Url, siteUrl, issuer, mailUrl: mailbox.url }
  const receiversCa = join(dir, "receivers.pem")
  writeFileSync(receiversCa, receiverTls.cert)
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
    SCANNER: "guardduty",
    WEBHOOK_LOOPBACK: "allow",
    NODE_EXTRA_CA_CERTS: receiversCa,
    CANARY_KEY: siteVariables().CANARY_KEY,
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
  const startSite = () => startFunction(siteId(), "server-index.mjs", { ...siteVariables(), ...environment })
  const startConsumer = async (name: ConsumerName) =>
    [name, await startFunction(consumerId(name), "bundle.mjs", environment)] as const
  const [first, second, ...started] = await Promise.all([
    startSite(),
    startSite(),
    ...consumerNames.map(startConsumer),
  ])
  const consumers = Object.fromEntries(started) as Record<ConsumerName, RunningFunction>
  const all = [first, second, ...Object.values(consumers)]
  const edge = await startEdge(sitePort, [first, second])
  return {
    siteUrl,
    log: () => all.map(({ log }) => log()).join("\n"),
    consumers,
    mailbox,
    stop: async () => {
      await edge.close()
      await Promise.all(all.map(({ stop }) => stop()))
      await openId.close()
      await mailbox.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
