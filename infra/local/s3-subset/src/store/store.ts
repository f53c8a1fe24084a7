import type { DatabaseSync } from "node:sqlite"
import { type Blobs, openBlobs } from "./blobs"
import { openDatabase } from "./database"

export type Store = { readonly database: DatabaseSync; readonly blobs: Blobs; readonly region: string }

const namedBlobs = (database: DatabaseSync): Set<string> => {
  const rows = database
    .prepare("SELECT blob FROM versions WHERE blob IS NOT NULL UNION SELECT blob FROM parts")
    .all()
  return new Set(rows.map(({ blob }) => String(blob)))
}

/** @throws when another process holds the folder */
export const openStore = (dataDir: string, region: string): Store => {
  const database = openDatabase(dataDir)
  const blobs = openBlobs(dataDir)
  blobs.sweep(namedBlobs(database))
  return { database, blobs, region }
}

/** Copies share a blob, so it goes only with the last record that names it. */
export const releaseBlobs = ({ database, blobs }: Store, names: Iterable<string>): void => {
  const used = database.prepare(
    "SELECT 1 FROM versions WHERE blob = ? UNION ALL SELECT 1 FROM parts WHERE blob = ? LIMIT 1",
  )
  for (const name of names) if (!used.get(name, name)) blobs.remove(name)
}
