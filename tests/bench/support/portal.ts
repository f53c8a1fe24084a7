import { readFileSync } from "node:fs"
import { join } from "node:path"
import { localEnvironment } from "@/infra/local/environment"
import { startPortal } from "@/tests/support/start-portal"

type ProcessName = "dynamo" | "s3" | "openid" | "site" | "pump"

export const pidsIn = (dataDir: string): Record<ProcessName, number> =>
  JSON.parse(readFileSync(join(dataDir, "pids.json"), "utf8"))

/** A portal of its own; this process is told what the portal's are, so that `lib`, imported later, reaches its stores. */
export const benchPortal = async () => {
  const { port, dataDir, stop } = await startPortal("bench")
  const { variables } = await localEnvironment({
    NODE_ENV: "production",
    PORT: String(port),
    DATA_DIR: dataDir,
  })
  Object.assign(process.env, variables)
  // The figure address: a name is looked up anew for each connection.
  return { siteUrl: `http://127.0.0.1:${port}`, dataDir, pids: () => pidsIn(dataDir), stop }
}
