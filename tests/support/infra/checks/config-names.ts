import { readFile } from "node:fs/promises"
import path from "node:path"

const file = path.resolve(import.meta.dirname, "../../../../lib/kernel/config.ts")

/** The environment variables that the portal knows, as its own schema lists them. */
export const configNames = async (): Promise<string[]> =>
  [...(await readFile(file, "utf8")).matchAll(/^ {2}([A-Z_]+): z\b/gm)].flatMap(([, name]) => name ?? [])
