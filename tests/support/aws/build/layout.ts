import path from "node:path"

export const root = path.resolve(import.meta.dirname, "../../../..")

const artifacts = path.join(root, ".sst/artifacts")

/** What the infra program asks AWS to make, with the bundles beside it. */
export const graphPath = path.join(artifacts, "graph.json")

/** The archive that a deploy uploads for a function. */
export const archivePath = (functionId: string) => path.join(artifacts, functionId, "code.zip")

export const functionsFolder = path.join(root, ".sst/functions")

/** The same as Lambda lays it out, with this machine's native libraries where Lambda has its own. */
export const functionFolder = (functionId: string) => path.join(functionsFolder, functionId)
