import { join } from "node:path"
import { buildIfStale } from "./build"
import { checkPorts } from "./environment/check-ports"
import { dataDirIn, type LocalEnvironment, localEnvironment } from "./environment/environment"
import { requireWritable } from "./environment/require-writable"
import { demoAccounts } from "./openid/accounts"
import { takeLock } from "./process/lock"
import { answering } from "./process/ready"
import { supervisor } from "./process/supervisor"
import { servicesOf } from "./services"
import { databasePathIn, indexStream } from "./stores/dynamo"
import { prepare } from "./stores/prepare"

const dev = process.argv.includes("--dev")
const log = (line: string) => console.log(line)

const welcome = ({ variables, dataDir, mailDir }: LocalEnvironment, demoKey: string) => `
The portal is ready.
  Public site     ${variables.SITE_URL}/zh  ${variables.SITE_URL}/en
  Console         ${variables.SITE_URL}/admin
  Demo accounts   ${demoAccounts.map(({ id }) => id).join(", ")} (no password)
  Demo key        ${demoKey} (a right holder's: /right-holders, tips:bulk)
  DynamoDB        ${variables.AWS_ENDPOINT_URL_DYNAMODB}
  S3              ${variables.AWS_ENDPOINT_URL_S3}
  OpenID          ${variables.OIDC_ISSUER}
  Mail            ${mailDir}
  Data            ${dataDir}
Ctrl-C ends it; npm run reset removes its data.
`

const readySecondsMax = 20

const run = async (local: LocalEnvironment) => {
  const stop = new AbortController()
  const children = supervisor({
    pidsPath: join(local.dataDir, "pids.json"),
    log,
    givenUp: () => void end(1),
  })
  const end = async (code: number) => {
    if (stop.signal.aborted) return
    stop.abort()
    await children.stop()
    process.exit(code)
  }
  const asked = () => {
    if (stop.signal.aborted) {
      children.killAll()
      process.exit(1)
    }
    log("Ending; once more to end at once")
    void end(0)
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, asked)

  try {
    await checkPorts(local)
    if (!dev) await buildIfStale(log, stop.signal)
    const { stores, front } = servicesOf(local, process.env, dev)
    await Promise.all(stores.map(children.start))
    if (!local.foreignDynamoUrl) indexStream(databasePathIn(local.dataDir))
    const demoKey = await prepare(local, log)
    for (const service of front) await children.start(service)
    // The pump says so once it is at work. What hinders it may be over later, say a full disk.
    await answering(`${local.variables.SITE_URL}/api/health/ready`, {
      acceptable: ({ ok }) => ok,
      secondsMax: readySecondsMax,
      givenUp: () => stop.signal.aborted,
    }).catch(() => log("Not everything is ready; /api/health/ready tells what is not"))
    if (stop.signal.aborted) return
    log(welcome(local, demoKey))
    process.send?.("ready")
  } catch (error) {
    if (stop.signal.aborted) return
    console.error(error instanceof Error ? error.message : error)
    await end(1)
  }
}

try {
  requireWritable(dataDirIn(process.env))
  const local = await localEnvironment(process.env)
  if (!takeLock(join(local.dataDir, "portal.lock")))
    throw new Error(`Another portal runs on ${local.dataDir}. End it, or set DATA_DIR to another folder.`)
  await run(local)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
