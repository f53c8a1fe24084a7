import { execFile } from "node:child_process"
import { readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import { promisify } from "node:util"

export type Architecture = "arm64" | "x64"

const run = promisify(execFile)

/** SST takes the version of package.json unless the program names another. */
const versionsFor = async (root: string, wanted: Readonly<Record<string, string>>) => {
  const { dependencies } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"))
  return Object.fromEntries(
    Object.entries(wanted).map(([name, version]) => [
      name,
      version === "*" ? (dependencies[name] ?? version) : version,
    ]),
  )
}

/** Installs packages into a folder for another machine, by the command that SST runs. */
export const installPackages = async (
  root: string,
  folder: string,
  wanted: Readonly<Record<string, string>>,
  architecture: Architecture,
): Promise<void> => {
  const dependencies = await versionsFor(root, wanted)
  await writeFile(path.join(folder, "package.json"), `${JSON.stringify({ dependencies })}\n`)
  await run(
    "npm",
    [
      "install",
      "--force",
      "--platform=linux",
      "--os=linux",
      `--arch=${architecture}`,
      `--cpu=${architecture}`,
      ...("sharp" in wanted ? ["--libc=glibc"] : []),
    ],
    { cwd: folder },
  )
}
