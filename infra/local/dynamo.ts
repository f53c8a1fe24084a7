import { spawn } from "node:child_process"
import { openSync } from "node:fs"
import { createRequire } from "node:module"
import { leash } from "./leash"

/** The binary of the embedded DynamoDB; its package exists for one platform only. */
export const dynamoBinary = () => {
  try {
    return createRequire(import.meta.url).resolve("@dynoxide/linux-x64/dynoxide")
  } catch {
    throw new Error(
      `The embedded DynamoDB has no build for ${process.platform}-${process.arch}, or npm ci left out optional dependencies.\n` +
        "Start any DynamoDB Local yourself and set AWS_ENDPOINT_URL_DYNAMODB to its address.",
    )
  }
}

export const dynamoArguments = (port: number, databasePath: string) => [
  "serve",
  ...["--host", "127.0.0.1"],
  ...["--port", String(port)],
  ...["--db-path", databasePath],
]

const answers = async (url: string) => {
  try {
    await fetch(url, { signal: AbortSignal.timeout(1_000) })
    return true
  } catch {
    return false
  }
}

/** Waits until something speaks HTTP at `url`. @throws {Error} after `secondsMax` */
export const answering = async (url: string, secondsMax = 20, ended: () => boolean = () => false) => {
  const giveUpAt = Date.now() + secondsMax * 1_000
  while (!(await answers(url))) {
    if (ended()) throw new Error(`The server for ${url} ended before it answered`)
    if (Date.now() > giveUpAt) throw new Error(`No answer from ${url} within ${secondsMax} seconds`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export const startDynamo = async (port: number, databasePath: string) => {
  const child = spawn(dynamoBinary(), dynamoArguments(port, databasePath), {
    stdio: ["ignore", "ignore", openSync(`${databasePath}.log`, "a")],
    detached: true,
  })
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  leash(child)
  const url = `http://127.0.0.1:${port}`
  await answering(url, 20, () => child.exitCode !== null)
  return {
    url,
    pid: child.pid,
    close: async () => {
      child.kill()
      await exit
    },
  }
}
