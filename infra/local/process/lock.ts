import { mkdirSync } from "node:fs"
import { dirname } from "node:path"
import { DatabaseSync } from "node:sqlite"

/** What nothing refers to is collected, and its lock with it. */
const openLocks = new Set<DatabaseSync>()

/**
 * Takes a lock that the system gives back when this process ends in whatever way: SQLite's own on an empty file.
 * @returns the release, or undefined when another process holds it
 */
export const takeLock = (path: string, waitMs = 0): (() => void) | undefined => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(path, { timeout: waitMs })
  try {
    database.exec("BEGIN EXCLUSIVE")
  } catch (error) {
    database.close()
    if (error instanceof Error && /locked/.test(error.message)) return undefined
    throw error
  }
  openLocks.add(database)
  return () => {
    openLocks.delete(database)
    database.close()
  }
}
