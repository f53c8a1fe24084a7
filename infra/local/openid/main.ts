import { join } from "node:path"
import { localEnvironment } from "@/infra/local/environment/environment"
import { startOpenId } from "./server"

const { ports, dataDir, secrets, variables } = await localEnvironment(process.env)

const server = await startOpenId({
  port: ports.openId,
  issuer: variables.OIDC_ISSUER,
  siteUrl: variables.SITE_URL,
  clientId: variables.OIDC_CLIENT_ID,
  clientSecret: variables.OIDC_CLIENT_SECRET,
  cookieKey: secrets.openIdCookieKey,
  signingKey: secrets.openIdSigningKey,
  databasePath: join(dataDir, "openid.sqlite"),
  accountsPath: join(dataDir, "accounts.json"),
})

for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => void server.close().then(() => process.exit(0)))
