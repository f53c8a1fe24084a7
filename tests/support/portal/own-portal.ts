import { readFileSync } from "node:fs"
import { join } from "node:path"
import { localEnvironment } from "@/infra/local/environment/environment"
import { ofTests, startPortal } from "./start-portal"

type ProcessName = "dynamo" | "s3" | "openid" | "site" | "pump"

export const pidsIn = (dataDir: string): Record<ProcessName, number> =>
  JSON.parse(readFileSync(join(dataDir, "pids.json"), "utf8"))

/** A portal of one's own; this process is told what the portal's are, so that `lib`, imported later, reaches its stores. */
export const ownPortal = async (name: string) => {
  // Of another portal that this process knew: the new one would take it for somebody else's DynamoDB.
  delete process.env.AWS_ENDPOINT_URL_DYNAMODB
  const { port, dataDir, logPath, stop } = await startPortal(name)
  const { variables } = await localEnvironment({
    NODE_ENV: "production",
    PORT: String(port),
    DATA_DIR: dataDir,
  })
  Object.assign(process.env, ofTests, variables)
  return {
    // The figure address: a name is looked up anew for each connection.
    siteUrl: `http://127.0.0.1:${port}`,
    /** Where a browser goes. */
    site: variables.SITE_URL,
    dataDir,
    logPath,
    pids: () => pidsIn(dataDir),
    stop,
  }
}
