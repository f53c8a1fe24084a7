import { readFileSync } from "node:fs"
import { join } from "node:path"
import { inject } from "vitest"
import { localEnvironment } from "@/infra/local/environment/environment"
import { answering } from "@/infra/local/process/ready"

export type ProcessName = "supervisor" | "dynamo" | "s3" | "openid" | "site" | "pump"

/** The portal that all end-to-end tests share; see portal.global.ts. */
export const portal = async () => {
  const { port, dataDir, logPath } = inject("portal")
  const { variables } = await localEnvironment({
    NODE_ENV: "test",
    PORT: String(port),
    DATA_DIR: dataDir,
  })
  const pids = (): Partial<Record<ProcessName, number>> =>
    JSON.parse(readFileSync(join(dataDir, "pids.json"), "utf8"))
  return {
    siteUrl: variables.SITE_URL,
    /** The same, for who opens many connections: a name is looked up anew for each. */
    numericUrl: `http://127.0.0.1:${port}`,
    openIdUrl: variables.OIDC_ISSUER,
    /** Everything a process of this portal is told, to look into its stores with `lib`. */
    variables,
    dataDir,
    pids,
    log: () => readFileSync(logPath, "utf8"),
    /** Kills a process as a power cut would. The supervisor starts it again; this does not wait for that. */
    kill: (name: Exclude<ProcessName, "supervisor">) => {
      const pid = pids()[name]
      if (pid === undefined) throw new Error(`No process is called ${name}`)
      process.kill(pid, "SIGKILL")
    },
    /** Waits until the site reaches its stores. */
    ready: () => answering(`${variables.SITE_URL}/api/health/ready`, { acceptable: ({ ok }) => ok }),
  }
}
