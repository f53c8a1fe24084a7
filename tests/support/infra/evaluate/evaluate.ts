import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { exampleSecrets, secretVariables } from "./example-secrets"
import type { Graph } from "./graph"

const root = path.resolve(import.meta.dirname, "../../../..")

type Options = {
  readonly stage: string
  readonly environment?: Readonly<Record<string, string>>
  readonly secrets?: Readonly<Record<string, string>>
}

/**
 * Turns sst.config.ts and infra/ into the resources they ask for, with the real components, without AWS and without
 * the Pulumi engine. It proves what would be asked, not that AWS accepts it.
 */
export const evaluate = async ({
  stage,
  environment = {},
  secrets = exampleSecrets,
}: Options): Promise<Graph> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "infra-"))
  try {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", path.join(import.meta.dirname, "child.ts"), root, folder, stage],
      {
        cwd: root,
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          NODE_ENV: "test",
          ...secretVariables(secrets),
          ...environment,
        },
        stdio: ["ignore", "pipe", "pipe"],
      },
    )
    let said = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk))
    const [code] = await once(child, "close")
    const graph = await readFile(path.join(folder, "graph.json"), "utf8").catch(() => undefined)
    if (!graph) throw new Error(`The evaluation ended with ${code} and no graph:\n${said}`)
    return JSON.parse(graph)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
