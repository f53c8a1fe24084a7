import type { DatabaseSync } from "node:sqlite"
import { type Blobs, openBlobs } from "./blobs"
import { openDatabase } from "./database"

/** Records in SQLite, the bytes of objects and parts in blobs that the records name. */
export type Store = { readonly database: DatabaseSync; readonly blobs: Blobs; readonly region: string }

const referencedBlobs = (database: DatabaseSync): Set<string> => {
  const rows = database
    .prepare("SELECT blob FROM versions WHERE blob IS NOT NULL UNION SELECT blob FROM parts")
    .all()
  return new Set(rows.map(({ blob }) => String(blob)))
}

/** @throws when another process has the folder open */
export const openStore = (dataDir: string, region: string): Store => {
  const database = openDatabase(dataDir)
  const blobs = openBlobs(dataDir)
  blobs.removeAllBut(referencedBlobs(database))
  return { database, blobs, region }
}

/** Copies share a blob, so it is removed only with the last record that references it. */
export const removeUnreferenced = ({ database, blobs }: Store, names: Iterable<string>): void => {
  const referenced = database.prepare(
    "SELECT 1 FROM versions WHERE blob = ? UNION ALL SELECT 1 FROM parts WHERE blob = ? LIMIT 1",
  )
  for (const name of names) if (!referenced.get(name, name)) blobs.remove(name)
}
