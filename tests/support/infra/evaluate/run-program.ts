// The engine knows that a program has ended when its process has nothing left to do; so does this.
import { writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { startCommandLine } from "./command-line"
import type { Build, Resource } from "./graph"
import { mocks } from "./mocks"
import { loadProgram } from "./program"
import type { Way } from "./way"

type Program = () => Promise<Record<string, unknown>>
type App = { readonly name: string; readonly providers: { readonly aws: { readonly region: string } } }

/** Evaluates the infra program in this process, and writes the graph to `graphPath` when nothing is left to do. */
export const runProgram = async (root: string, stage: string, graphPath: string, way: Way): Promise<void> => {
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
    writeFileSync(graphPath, JSON.stringify({ resources, builds, outputs, errors: [...errors], ended }))
  })

  process.env.SST_SERVER = await startCommandLine(way.bundle, builds)
  const { projectRoot } = way
  const $cli = {
    command: "deploy",
    dev: false,
    paths: { home: projectRoot, root: projectRoot, work: path.join(projectRoot, ".sst"), platform },
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
  await runtime.setMocks(mocks($app.providers.aws.region, resources, way.runCommand), $app.name, stage, false)
  await runtime.runInPulumiStack(program).then((result: Record<string, unknown>) => {
    outputs = result
    ended = true
  }, note)
}
