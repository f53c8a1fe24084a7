import { readFile, rm } from "node:fs/promises"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { build } from "esbuild"

type Provider = { readonly package: string; readonly alias: string }

const external = [
  "@pulumi/*",
  "@pulumiverse/*",
  "@aws-sdk/*",
  "undici",
  "esbuild",
  "archiver",
  "glob",
  "vite",
]

const banner = `
import { createRequire as require_ } from "node:module"; const require = require_(import.meta.url);
const __filename = import.meta.filename; const __dirname = import.meta.dirname;`

/**
 * Bundles and loads code of the infra program the way SST does: the components are globals of the project's files,
 * and constants such as `$app` are defined. The bundle stands inside the platform, where its imports resolve.
 */
export const loadProgram = async <Loaded>(
  root: string,
  contents: string,
  define: Readonly<Record<string, unknown>>,
): Promise<Loaded> => {
  const platform = path.join(root, ".sst/platform")
  const providers: Provider[] = JSON.parse(await readFile(path.join(root, ".sst/provider-lock.json"), "utf8"))
  const globals = [
    ...providers.map(({ alias, package: name }) => `import * as ${alias} from "${name}";`),
    `import * as sst from "${platform}/src/components";`,
  ].join("")
  const outfile = path.join(platform, `evaluate.${process.pid}.${Date.now()}.mjs`)
  await build({
    stdin: { contents, resolveDir: root, sourcefile: "evaluate.ts", loader: "ts" },
    absWorkingDir: root,
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    external,
    banner: { js: banner },
    define: Object.fromEntries(Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)])),
    inject: [path.join(platform, "src/shim/run.js")],
    nodePaths: [path.join(platform, "node_modules")],
    logLevel: "error",
    plugins: [
      {
        name: "globals",
        setup: ({ onLoad }) =>
          onLoad({ filter: /\.ts$/ }, async ({ path: file }) =>
            file.startsWith(path.join(root, ".sst")) || file.includes("/node_modules/")
              ? undefined
              : { contents: globals + (await readFile(file, "utf8")), loader: "ts" },
          ),
      },
    ],
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    await rm(outfile)
  }
}
