import { spawnSync } from "node:child_process"
import { cp, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { z } from "zod"
import { root } from "@/tests/support/aws/build/layout"

const layout = `export default ({ children }: { children: React.ReactNode }) => (
  <html lang="en"><body>{children}</body></html>
)
`
const page = `export const dynamic = "force-dynamic"
export default () => <p>Hello world</p>
`

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
})

/** The portal's own versions of what a hello world needs. */
const neededVersions = async () => {
  const { dependencies, devDependencies } = Manifest.parse(
    JSON.parse(await readFile(path.join(root, "package.json"), "utf8")),
  )
  const versions = { ...devDependencies, ...dependencies }
  const needed = [
    "next",
    "react",
    "react-dom",
    "@opennextjs/aws",
    "typescript",
    "@types/node",
    "@types/react",
  ]
  return Object.fromEntries(needed.map((name) => [name, versions[name]]))
}

const run = (folder: string, command: string, ...options: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, options, {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    encoding: "utf8",
  })
  if (status !== 0) throw new Error(`The hello world was not built:\n${stdout}\n${stderr}`)
}

/**
 * Builds the least that Next and OpenNext make, of the portal's versions and by its settings of OpenNext, in a folder
 * of its own. Needs the npm registry.
 * @returns the folder of its function
 */
export const buildHelloWorld = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "portal-hello-"))
  const manifest = {
    name: "hello-world",
    scripts: { build: "next build" },
    dependencies: await neededVersions(),
  }
  const files = {
    "app/layout.tsx": layout,
    "app/page.tsx": page,
    "next.config.mjs": "export default {}",
    "package.json": JSON.stringify(manifest),
  }
  await mkdir(path.join(folder, "app"))
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
  await cp(path.join(root, "open-next.config.ts"), path.join(folder, "open-next.config.ts"))
  run(folder, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund")
  run(folder, "npx", "open-next", "build")
  return path.join(folder, ".open-next/server-functions/default")
}
