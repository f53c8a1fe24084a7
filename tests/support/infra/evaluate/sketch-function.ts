import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import { type BuildRequest, type Built, buildHandler } from "./build-handler"

/** What is known of a function's code, with an empty bundle in its place. */
export const sketchFunction = async (root: string, folder: string, request: BuildRequest): Promise<Built> => {
  const built = await buildHandler(root, folder, request)
  if (!request.bundle) {
    await mkdir(built.out, { recursive: true })
    await writeFile(path.join(built.out, "bundle.mjs"), "")
  }
  return built
}
