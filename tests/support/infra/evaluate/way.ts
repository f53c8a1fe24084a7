import { symlink } from "node:fs/promises"
import path from "node:path"
import type { BuildRequest, Built } from "./build-handler"
import { writeSite } from "./site-fixture"
import { sketchFunction } from "./sketch-function"

/** What SST's builder of a site is asked to run. */
export type Command = {
  readonly create: string
  readonly dir: string
  readonly environment: Readonly<Record<string, string>>
}

/** How far an evaluation goes: to a sketch of the program's bundles, or to the bundles themselves. */
export type Way = {
  /** Where SST looks for the project's files, and keeps its own in `.sst`. */
  readonly projectRoot: string
  readonly runCommand: (command: Command) => Promise<void>
  readonly bundle: (request: BuildRequest) => Promise<Built>
}

/** Builds nothing: the site is a fixture, and each handler is only looked at. */
export const sketching = async (root: string, folder: string): Promise<Way> => {
  await writeSite(folder)
  // Files that a function takes along as they stand are looked for here.
  for (const name of ["lib", "node_modules"]) await symlink(path.join(root, name), path.join(folder, name))
  return {
    projectRoot: folder,
    runCommand: async () => undefined,
    bundle: (request) => sketchFunction(root, path.join(folder, "functions"), request),
  }
}
