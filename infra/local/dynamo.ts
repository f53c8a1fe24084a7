import { spawn } from "node:child_process"
import { openSync } from "node:fs"
import { createRequire } from "node:module"
import { leash } from "./leash"
import { answering } from "./ready"

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

/** For tests; a portal is started by its supervisor. */
export const startDynamo = async (port: number, databasePath: string) => {
  const child = spawn(dynamoBinary(), dynamoArguments(port, databasePath), {
    stdio: ["ignore", "ignore", openSync(`${databasePath}.log`, "a")],
    detached: true,
  })
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  leash(child)
  const url = `http://127.0.0.1:${port}`
  await answering(url, { givenUp: () => child.exitCode !== null })
  return {
    url,
    pid: child.pid,
    close: async () => {
      child.kill()
      await exit
    },
  }
}
