import { existsSync, rmSync } from "node:fs"
import { join, resolve } from "node:path"
import { takeLock } from "@/infra/local/process/lock"

const dataDir = resolve(process.env.DATA_DIR ?? ".data")

const reset = () => {
  if (!existsSync(dataDir)) return console.log(`${dataDir} does not exist: nothing to remove`)
  // A mistyped DATA_DIR must not cost somebody a folder of their own.
  if (!existsSync(join(dataDir, "secrets.json")))
    throw new Error(`${dataDir} is not the data of a portal (it has no secrets.json): nothing was removed`)
  if (!takeLock(join(dataDir, "portal.lock")))
    throw new Error(`A portal runs on ${dataDir}: end it first. Nothing was removed.`)
  rmSync(dataDir, { recursive: true })
  console.log(`Removed ${dataDir}`)
}

try {
  reset()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
