import { type ChildProcess, spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { onTestFinished } from "vitest"
import { embedded } from "./endpoint"

export type S3Process = {
  readonly url: string
  readonly child: ChildProcess
  /** Ends it at once, with no chance to tidy up. */
  kill(): Promise<void>
  /** The most memory it ever had in use; Linux only. */
  peakMemoryBytes(): number
}

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url))

const environment = (dataDir: string, port: number) => ({
  ...process.env,
  DATA_DIR: dataDir,
  PORT_S3: String(port),
  AWS_REGION: embedded.region,
  AWS_ACCESS_KEY_ID: embedded.credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: embedded.credentials.secretAccessKey,
})

/** Ends with the test that started it, however that ends. */
export const spawnS3 = (dataDir: string, port = 0): ChildProcess => {
  const child = spawn(process.execPath, ["--import", "tsx", main], {
    env: environment(dataDir, port),
    stdio: ["ignore", "pipe", "pipe"],
  })
  onTestFinished(() => void child.kill("SIGKILL"))
  return child
}

export const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => (child.exitCode === null ? child.once("exit", resolve) : resolve(child.exitCode)))

/** The server as a process of its own, its objects in `dataDir`/s3. */
export const runS3 = async (dataDir: string): Promise<S3Process> => {
  const child = spawnS3(dataDir)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (data: Buffer) => {
      const [found] = /http:\/\/\S+/.exec(String(data)) ?? []
      if (found) resolve(found)
    })
    child.once("exit", () => reject(new Error("the server ended before it was ready")))
  })
  return {
    url,
    child,
    kill: async () => {
      child.kill("SIGKILL")
      await exitOf(child)
    },
    peakMemoryBytes: () => {
      const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? []
      return Number(kilobytes) * 1024
    },
  }
}

export const storeOf = (dataDir: string) => join(dataDir, "s3")
