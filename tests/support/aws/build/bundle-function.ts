import path from "node:path"
import { build } from "esbuild"
import type { BuildRequest, Built } from "@/tests/support/infra/evaluate/build-handler"
import { type Architecture, installPackages } from "./install-packages"

const banner = [
  `import { createRequire as topLevelCreateRequire } from 'module';`,
  `const require = topLevelCreateRequire(import.meta.url);`,
  `import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url"`,
  `const __filename = topLevelFileUrlToPath(import.meta.url)`,
  `const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url))`,
].join("\n")

/** What SST never bundles, whoever asks. */
const alwaysExternal = ["sharp", "pg-native"]

/** SST's name of a Lambda runtime, and the language level that it bundles for. */
const target = "es2024"

const partsOf = (handler: string) => {
  const { dir, name, ext } = path.posix.parse(handler)
  return { source: `${path.posix.join(dir, name)}.ts`, exported: ext.slice(1) }
}

/**
 * Bundles a handler with the options of SST's own command line (its `pkg/runtime/node/build.go`), and installs beside
 * it what must not be bundled, in the versions of package.json. A finished bundle is taken as it is.
 */
export const bundleFunction = async (root: string, request: BuildRequest): Promise<Built> => {
  const { functionID: functionId, handler, bundle, properties = {} } = request
  const installs = properties.install ?? {}
  const nothing = { functionId, handler, installs, exports: [], needs: [], reads: [] }
  if (bundle) return { ...nothing, out: bundle, entry: handler }
  const { source, exported } = partsOf(handler)
  const out = path.join(root, ".sst/artifacts", `${functionId}-src`)
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile: path.join(out, "bundle.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    target,
    mainFields: ["module", "main"],
    external: [...alwaysExternal, ...Object.keys(installs)],
    keepNames: true,
    minify: properties.minify ?? false,
    banner: { js: banner },
    metafile: true,
    logLevel: "error",
  })
  const exports = Object.values(metafile.outputs).flatMap((output) => output.exports)
  if (Object.keys(installs).length > 0) await installPackages(root, out, installs, architectureOf(request))
  return { ...nothing, out, entry: `bundle.${exported}`, exports }
}

const architectureOf = ({ properties }: BuildRequest): Architecture =>
  properties?.architecture === "arm64" ? "arm64" : "x64"
