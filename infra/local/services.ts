import { childEnvironment, type LocalEnvironment } from "./environment/environment"
import type { Service } from "./process/supervisor"
import { databasePathIn, dynamoArguments, dynamoBinary } from "./stores/dynamo"

/** What a local portal consists of, in the order in which it starts. */
export const servicesOf = (local: LocalEnvironment, given: NodeJS.ProcessEnv, dev: boolean) => {
  const { ports, dataDir, variables, foreignDynamoUrl } = local
  const mode: NodeJS.ProcessEnv["NODE_ENV"] = dev ? "development" : "production"
  const env = {
    ...childEnvironment(given, variables),
    NODE_ENV: mode,
    PORT: String(ports.site),
    PORT_S3: String(ports.s3),
    DATA_DIR: dataDir,
    STORAGE_PATH: dataDir,
    PIPELINE_SILENT_SECONDS_MAX: "30",
    NEXT_TELEMETRY_DISABLED: "1",
  }
  const script = (path: string) => ({ command: process.execPath, args: ["--import", "tsx", path], env })

  const dynamo = (): Service => ({
    name: "dynamo",
    command: dynamoBinary(),
    args: dynamoArguments(ports.dynamo, databasePathIn(dataDir)),
    env,
    readyUrl: variables.AWS_ENDPOINT_URL_DYNAMODB,
  })
  const s3: Service = {
    name: "s3",
    ...script("infra/local/s3-subset/src/main.ts"),
    readyUrl: variables.AWS_ENDPOINT_URL_S3,
  }
  const openId: Service = {
    name: "openid",
    ...script("infra/local/openid/main.ts"),
    readyUrl: `${variables.OIDC_ISSUER}/.well-known/openid-configuration`,
  }
  // Reports come in without it; what could not be mailed stays due.
  const mail: Service = { name: "mail", ...script("infra/local/mail/main.ts"), isOptional: true }
  const site: Service = {
    name: "site",
    ...script("infra/local/site.ts"),
    readyUrl: `http://127.0.0.1:${ports.site}/api/health`,
    acceptable: ({ ok }) => ok,
  }
  const pump: Service = {
    name: "pump",
    command: process.execPath,
    // It holds little: a heap that may grow without need would make it large.
    args: ["--max-semi-space-size=4", "--import", "tsx", "infra/local/pump/main.ts"],
    env,
  }
  return { stores: [...(foreignDynamoUrl ? [] : [dynamo()]), s3, openId, mail], front: [site, pump] }
}
