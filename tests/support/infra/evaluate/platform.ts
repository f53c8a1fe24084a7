import { execFile } from "node:child_process"
import { access, readFile, rm } from "node:fs/promises"
import path from "node:path"
import { promisify } from "node:util"

const run = promisify(execFile)

const readOr = (file: string, otherwise: string) => readFile(file, "utf8").catch(() => otherwise)

/**
 * Lays out SST's component sources in `.sst/platform`, once for each version of SST.
 * Skipping SST's own check is for here only: it keeps it from downloading the Pulumi engine, which a deploy needs.
 */
export const layOutPlatform = async (root: string): Promise<void> => {
  const sstPackage = await readFile(path.join(root, "node_modules/sst/package.json"), "utf8")
  const wanted: string = JSON.parse(sstPackage).version
  const laidOut = (await readOr(path.join(root, ".sst/platform/version"), "")).trim() === wanted
  const whole = await access(path.join(root, ".sst/platform/node_modules/@pulumi/aws/package.json")).then(
    () => true,
    () => false,
  )
  if (laidOut && whole) return
  await rm(path.join(root, ".sst/platform"), { recursive: true, force: true })
  await run("npx", ["--no-install", "sst", "install", "--stage", "ci"], {
    cwd: root,
    env: { ...process.env, SST_SKIP_DEPENDENCY_CHECK: "1", SST_NO_BUN: "1", SST_TELEMETRY_DISABLED: "1" },
  })
}
