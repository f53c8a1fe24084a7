import { readFileSync } from "node:fs"
import path from "node:path"

/** A file that is kept because making it takes too long or too much. */
export const fixture = (name: string): Buffer =>
  readFileSync(path.resolve(import.meta.dirname, "../../fixtures", name))

/** A short video. */
export const video = (name: string): Buffer => fixture(`video/${name}`)
