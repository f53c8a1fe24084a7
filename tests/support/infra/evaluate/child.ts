// Evaluates the infra program in a process of its own, since it changes the working folder and Pulumi's globals.
// The engine knows that a program has ended when its process has nothing left to do; so does this.
import { writeFileSync } from "node:fs"
import { symlink } from "node:fs/promises"
import { createRequire } from "node:module"
import path from "node:path"
import { startCommandLine } from "./command-line"
import type { Build, Resource } from "./graph"
import { mocks } from "./mocks"
import { loadProgram } from "./program"
import { writeSite } from "./site-fixture"

type Program = () => Promise<Record<string, unknown>>
type App = { readonly name: string; readonly providers: { readonly aws: { readonly region: string } } }

const [root = "", folder = "", stage = ""] = process.argv.slice(2)
const platform = path.join(root, ".sst/platform")

const resources: Resource[] = []
const builds: Build[] = []
const errors = new Set<string>()
let outputs: Record<string, unknown> = {}
let ended = false

const note = (error: unknown) =>
  errors.add(error instanceof Error ? (error.stack ?? error.message) : String(error))
process.on("unhandledRejection", note)
process.once("beforeExit", () => {
  writeFileSync(
    path.join(folder, "graph.json"),
    JSON.stringify({ resources, builds, outputs, errors: [...errors], ended }),
  )
})

await writeSite(folder)
// Files that a function takes along as they stand are looked for here.
await symlink(path.join(root, "lib"), path.join(folder, "lib"))
process.env.SST_SERVER = await startCommandLine(root, path.join(folder, "functions"), builds)

const $cli = {
  command: "deploy",
  dev: false,
  paths: { home: folder, root: folder, work: path.join(folder, ".sst"), platform },
  state: { version: {} },
}
const config = `${root}/sst.config.ts`

const { app } = (
  await loadProgram<{ default: { app: (input: { stage: string }) => Promise<App> } }>(
    root,
    `export { default } from "${config}"`,
    { $app: {}, $cli, $dev: false },
  )
).default
const $app = { ...(await app({ stage })), stage }

const { default: program } = await loadProgram<{ default: Program }>(
  root,
  `import { run } from "${platform}/src/auto/run.ts"; import config from "${config}"; export default () => run(config.run)`,
  { $app, $cli, $dev: false },
)

const { runtime } = createRequire(path.join(platform, "package.json"))("@pulumi/pulumi")
await runtime.setMocks(mocks($app.providers.aws.region, resources), $app.name, stage, false)
await runtime.runInPulumiStack(program).then((result: Record<string, unknown>) => {
  outputs = result
  ended = true
}, note)
