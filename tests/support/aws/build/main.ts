// npm run build:aws: builds what `sst deploy` would hand to AWS, by running the infra program to its end with a real
// bundler and a real build of the site, and lays each function out as Lambda does. With `-- --keep-site` the site is not
// built again.
import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdir, readFile, rm } from "node:fs/promises"
import path from "node:path"
import { exampleSecrets, secretVariables } from "@/tests/support/infra/evaluate/example-secrets"
import type { Graph } from "@/tests/support/infra/evaluate/graph"
import { layOutPlatform } from "@/tests/support/infra/evaluate/platform"
import { installPackages } from "./install-packages"
import { archivePath, functionFolder, functionsFolder, graphPath, root } from "./layout"
import { unpack } from "./unpack"

/** Without the caller's own account, and with a sender so that the consumer that mails is built too. */
const environment = () => {
  const own = Object.entries(process.env).filter(([name]) => !/^(AWS_|NODE_ENV$)/.test(name))
  return {
    ...Object.fromEntries(own),
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    MAIL_SENDER: "news@portal.example",
    ...secretVariables(exampleSecrets),
  }
}

const site = process.argv.includes("--keep-site") ? "keep-site" : "build-site"

const evaluated = async (): Promise<Graph> => {
  await rm(path.dirname(graphPath), { recursive: true, force: true })
  await mkdir(path.dirname(graphPath), { recursive: true })
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(import.meta.dirname, "child.ts"), root, graphPath, "trial", site],
    { cwd: root, env: environment(), stdio: "inherit" },
  )
  const [code] = await once(child, "exit")
  const graph = await readFile(graphPath, "utf8").catch(() => undefined)
  if (!graph) throw new Error(`The program ended with ${code} and no graph`)
  return JSON.parse(graph)
}

// A name holds a hash of its settings: a function of an earlier build would stay beside its successor.
await rm(functionsFolder, { recursive: true, force: true })
await layOutPlatform(root)
const { builds, errors, ended } = await evaluated()
if (errors.length > 0 || !ended) {
  // By which the tests see that all is built.
  await rm(graphPath)
  throw new Error(`The program did not end well:\n${errors.join("\n")}`)
}
await Promise.all(
  builds.map(async ({ functionId, installs }) => {
    const folder = functionFolder(functionId)
    await unpack(archivePath(functionId), folder)
    if (Object.keys(installs).length > 0 && process.arch !== "arm64")
      await installPackages(root, folder, installs, "x64")
  }),
)
console.log(`Built ${builds.map(({ functionId }) => functionId).join(", ")}`)
