import { readFileSync } from "node:fs"
import path from "node:path"

/** A short film of the fixtures. */
export const film = (name: string): Buffer =>
  readFileSync(path.resolve(import.meta.dirname, "../fixtures/film", name))
