import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { portsFrom } from "@/infra/local/environment/environment"
import { freePorts } from "@/infra/local/environment/ports"
import { killWithParent } from "@/infra/local/process/kill-with-parent"

const readyMinutesMax = 15

/** Tests and benches send from one machine what the public does not send from one, and receive webhooks on it. */
export const ofTests = { REPORTS_PER_MINUTE_NORMAL: "100000", WEBHOOK_LOOPBACK: "allow" }

/**
 * The whole portal as `npm start` runs it, built first if need be, on ports and data of its own.
 * @throws {Error} with the portal's own output, when it does not start, or does not end well
 */
export const startPortal = async (name: string) => {
  const dir = mkdtempSync(join(tmpdir(), `portal-${name}-`))
  const dataDir = join(dir, "data")
  const logPath = join(dir, "portal.log")
  const port = await freePorts(Object.keys(portsFrom(0)).length)
  const log = openSync(logPath, "a")
  const child = spawn(process.execPath, ["--import", "tsx", "infra/local/start.ts"], {
    env: { ...ofTests, ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ["ignore", log, log, "ipc"],
    detached: true,
  })
  killWithParent(child)
  const exit = once(child, "exit")
  const timeout = AbortSignal.timeout(readyMinutesMax * 60_000)
  const outcome = await Promise.race([once(child, "message", { signal: timeout }), exit])
  if (outcome[0] !== "ready") throw new Error(`The portal did not start:\n${readFileSync(logPath, "utf8")}`)
  return {
    port,
    dataDir,
    logPath,
    stop: async () => {
      child.kill("SIGTERM")
      const [code] = await exit
      if (code !== 0) throw new Error(`The portal did not end well:\n${readFileSync(logPath, "utf8")}`)
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
