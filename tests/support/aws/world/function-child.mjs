// Stands for Lambda's runtime: loads a function as it was built, and hands it events.
import Module from "node:module"
import { pathToFileURL } from "node:url"

const [, , entry = ""] = process.argv
const { handler } = await import(pathToFileURL(entry).href)
const context = { functionName: "test", getRemainingTimeInMillis: () => 20_000 }

/** The packages of which a file has been loaded. */
const packages = () => [
  ...new Set(
    Object.keys(Module._cache).flatMap(
      (file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? [],
    ),
  ),
]

process.on("message", async ({ id, event }) => {
  try {
    process.send?.({ id, result: event === "packages" ? packages() : await handler(event, context) })
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? error.stack : String(error) })
  }
})
process.on("disconnect", () => process.exit(0))
process.send?.("ready")
