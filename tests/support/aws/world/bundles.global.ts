import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, statSync } from "node:fs"
import { readdir } from "node:fs/promises"
import path from "node:path"
import { graphPath, root } from "@/tests/support/aws/build/layout"

const sources = [
  ...["app", "lib", "infra", "public", "tests/support/aws/build", "tests/support/infra"],
  ...["proxy.ts", "sst.config.ts", "next.config.ts", "open-next.config.ts"],
  ...["package.json", "package-lock.json", "tsconfig.json"],
]

const changedAt = async (name: string): Promise<number> => {
  const file = path.join(root, name)
  if (!statSync(file).isDirectory()) return statSync(file).mtimeMs
  const entries = await readdir(file, { recursive: true, withFileTypes: true })
  return Math.max(
    ...entries
      .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
      .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
  )
}

const isStale = async () =>
  !existsSync(graphPath) ||
  Math.max(...(await Promise.all(sources.map(changedAt)))) > statSync(graphPath).mtimeMs

/** Builds what a deploy would upload, where something has changed since. @throws {Error} when that fails */
export const setup = async () => {
  if (!(await isStale())) return
  const build = spawn("npm", ["run", "build:aws"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, TYPES_CHECKED: "yes" },
  })
  const [code] = await once(build, "exit")
  if (code !== 0) throw new Error("npm run build:aws failed")
}
