import { access } from "node:fs/promises"
import path from "node:path"
import { build } from "esbuild"
import type { Build } from "./graph"

/** What SST's command line is asked to bundle. */
export type BuildRequest = {
  readonly functionID: string
  readonly handler: string
  readonly bundle?: string
  readonly properties?: { readonly install?: Readonly<Record<string, string>> }
}

export type Built = Build & { readonly out: string; readonly entry: string }

// `setting("X")` is how the portal reads its environment; the rest is for libraries and for lib/store.
const variable = /\bsetting\("(\w+)"\)|process\.env(?:\.([A-Z]\w*)|\["(\w+)"\])/g

const readsOf = (code: string) => [
  ...new Set(
    [...code.matchAll(variable)].map(([, setting, dotted, quoted]) => setting ?? dotted ?? quoted ?? ""),
  ),
]

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
  const nothing = { functionId, handler, installs, exports: [], reads: [] }
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
      metafile: true,
      write: false,
      logLevel: "silent",
    })
    const exports = Object.values(metafile.outputs).flatMap((output) => output.exports)
    const reads = readsOf(outputFiles.map(({ text }) => text).join("\n"))
    const missing = exports.includes(exported) ? {} : { error: `${file}.ts has no export ${exported}` }
    return { ...nothing, out, entry, exports, reads, ...missing }
  } catch (error) {
    return { ...nothing, out, entry, error: String(error) }
  }
}
