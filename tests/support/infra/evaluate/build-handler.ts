import { access } from "node:fs/promises"
import path from "node:path"
import { build, type Plugin } from "esbuild"
import type { Build } from "./graph"

/** What SST's command line is asked to bundle. */
export type BuildRequest = {
  readonly functionID: string
  readonly handler: string
  readonly bundle?: string
  readonly properties?: {
    readonly install?: Readonly<Record<string, string>>
    readonly minify?: boolean
    readonly architecture?: string
  }
}

export type Built = Build & { readonly out: string; readonly entry: string }

const namesIn = (code: string, pattern: RegExp) => [
  ...new Set([...code.matchAll(pattern)].map(([, dotted, quoted]) => dotted ?? quoted ?? "")),
]
// How the portal reads its environment, and how libraries and lib/store do.
const settingsIn = (code: string) => namesIn(code, /\bsetting\("(\w+)"\)/g)
const variablesIn = (code: string) => namesIn(code, /process\.env(?:\.([A-Z]\w*)|\["(\w+)"\])/g)

/** Leaves out the portal's modules of which nothing is used, so that what remains is what a handler can reach. */
const reachableOnly: Plugin = {
  name: "reachable-only",
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: /^(\.|@\/)/ }, async ({ path: wanted, pluginData, ...from }) => {
      if (pluginData === "resolving" || from.importer.includes("/node_modules/")) return undefined
      return { ...(await resolve(wanted, { ...from, pluginData: "resolving" })), sideEffects: false }
    }),
}

const parts = (handler: string) => {
  const { dir, name, ext } = path.posix.parse(handler)
  return { file: path.posix.join(dir, name), exported: ext.slice(1) }
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )

/** Bundles a handler from its source, as SST does; a finished bundle is taken as it is. */
export const buildHandler = async (root: string, folder: string, request: BuildRequest): Promise<Built> => {
  const { functionID: functionId, handler, bundle } = request
  const { file, exported } = parts(handler)
  const installs = request.properties?.install ?? {}
  const nothing = { functionId, handler, installs, exports: [], needs: [], reads: [] }
  if (bundle) return { ...nothing, out: bundle, entry: handler }
  const source = path.join(root, `${file}.ts`)
  const out = path.join(folder, functionId)
  const entry = `bundle.${exported}`
  if (!(await exists(source))) return { ...nothing, out, entry, error: `${file}.ts is absent` }
  try {
    const { metafile, outputFiles } = await build({
      entryPoints: [source],
      outdir: out,
      entryNames: "bundle",
      outExtension: { ".js": ".mjs" },
      absWorkingDir: root,
      bundle: true,
      treeShaking: true,
      platform: "node",
      format: "esm",
      target: "node24",
      external: ["sharp", ...Object.keys(installs)],
      plugins: [reachableOnly],
      metafile: true,
      write: false,
      logLevel: "silent",
    })
    const exports = Object.values(metafile.outputs).flatMap((output) => output.exports)
    const code = outputFiles.map(({ text }) => text).join("\n")
    const needs = settingsIn(code)
    const reads = [...needs, ...variablesIn(code)]
    const missing = exports.includes(exported) ? {} : { error: `${file}.ts has no export ${exported}` }
    return { ...nothing, out, entry, exports, needs, reads, ...missing }
  } catch (error) {
    return { ...nothing, out, entry, error: String(error) }
  }
}
