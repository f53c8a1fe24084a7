import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { parseSync } from "oxc-parser"

/** The files git tracks or would track below some folders, as paths from the root. */
export const filesBelow = (...folders: readonly string[]): string[] =>
  execFileSync("git", ["ls-files", "-co", "--exclude-standard", "--", ...folders], { encoding: "utf8" })
    .split("\n")
    .filter((path) => path !== "")

export const sources = filesBelow("app", "lib", "infra", "tests", "*.ts").filter((path) =>
  /\.(ts|tsx|mjs)$/.test(path),
)

/** What a module names in its imports and re-exports, as it is written there. */
export const specifiersIn = (path: string): string[] => {
  const text = readFileSync(path, "utf8")
  const { module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed`)
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start, end))
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...dynamic.flatMap((source) => /^"(.+)"$/.exec(source)?.[1] ?? []),
  ]
}

const known = new Set(filesBelow("app", "lib", "infra", "tests", "*.ts", "package.json"))
const endings = ["", ".ts", ".tsx", "/index.ts"]

/** A specifier as a path from the root, or as it is for a package. */
export const resolved = (path: string, specifier: string): string => {
  if (!/^(@\/|\.)/.test(specifier)) return specifier
  const base = specifier.startsWith("@/") ? specifier.slice(2) : join(dirname(path), specifier)
  const found = endings.map((ending) => `${base}${ending}`).find((candidate) => known.has(candidate))
  if (!found) throw new Error(`${path} imports ${specifier}, which is no file`)
  return found
}
