import { spawn } from "node:child_process"
import { once } from "node:events"
import type { Command, Way } from "@/tests/support/infra/evaluate/way"
import { bundleFunction } from "./bundle-function"

const runCommand = async ({ create, dir, environment }: Command) => {
  const child = spawn("sh", ["-c", create], {
    cwd: dir,
    env: { ...environment, NODE_ENV: "production" },
    stdio: "inherit",
  })
  const [code] = await once(child, "exit")
  if (code !== 0) throw new Error(`${create} ended with ${code}`)
}

/**
 * Builds everything that a deploy would hand over: the site by OpenNext, the consumers by SST's options.
 * @param keepsSite the site as it was built before serves again
 */
export const building = (root: string, keepsSite: boolean): Way => ({
  projectRoot: root,
  runCommand: keepsSite ? async () => undefined : runCommand,
  bundle: (request) => bundleFunction(root, request),
})
