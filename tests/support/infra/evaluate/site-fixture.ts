import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"

// What SST reads of a site that OpenNext built (its `open-next.output.json`), with empty bundles: the graph needs
// their places, not their content, and a real build takes minutes.
const output = {
  edgeFunctions: {},
  origins: {
    s3: {
      type: "s3",
      originPath: "_assets",
      copy: [{ from: ".open-next/assets", to: "_assets", cached: true, versionedSubDir: "_next" }],
    },
    imageOptimizer: {
      type: "function",
      handler: "index.handler",
      bundle: ".open-next/image-optimization-function",
      streaming: false,
    },
    default: {
      type: "function",
      handler: "index.handler",
      bundle: ".open-next/server-functions/default",
      streaming: false,
    },
  },
  behaviors: [],
  additionalProps: { disableIncrementalCache: true, disableTagCache: true },
}

const files: Readonly<Record<string, string>> = {
  ".open-next/open-next.output.json": JSON.stringify(output),
  ".open-next/server-functions/default/index.mjs": "export const handler = () => {}",
  ".open-next/image-optimization-function/index.mjs": "export const handler = () => {}",
  ".open-next/assets/favicon.svg": "<svg/>",
  ".open-next/assets/assets/site.css": "a{}",
  ".open-next/cache/.keep": "",
  ".next/BUILD_ID": "fixture",
  ".next/routes-manifest.json": JSON.stringify({ basePath: "" }),
  ".next/prerender-manifest.json": JSON.stringify({ version: 4, routes: {} }),
}

export const writeSite = async (folder: string): Promise<void> => {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), content)
  }
}
