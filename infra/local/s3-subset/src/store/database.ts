import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"

const schema = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;

  CREATE TABLE IF NOT EXISTS buckets (
    name TEXT PRIMARY KEY,
    objectLock INTEGER NOT NULL,
    cors TEXT
  ) STRICT;

  CREATE TABLE IF NOT EXISTS versions (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    bucket TEXT NOT NULL REFERENCES buckets (name),
    key TEXT NOT NULL,
    versionId TEXT NOT NULL,
    blob TEXT,
    content TEXT,
    retentionMode TEXT,
    retainUntilAt TEXT,
    modifiedAt TEXT NOT NULL,
    UNIQUE (bucket, key, versionId)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS versionsByKey ON versions (bucket, key, seq);
  CREATE INDEX IF NOT EXISTS versionsByBlob ON versions (blob);

  CREATE TABLE IF NOT EXISTS uploads (
    uploadId TEXT PRIMARY KEY,
    bucket TEXT NOT NULL REFERENCES buckets (name),
    key TEXT NOT NULL,
    plan TEXT NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS parts (
    uploadId TEXT NOT NULL REFERENCES uploads (uploadId) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    blob TEXT NOT NULL,
    content TEXT NOT NULL,
    modifiedAt TEXT NOT NULL,
    PRIMARY KEY (uploadId, number)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS partsByBlob ON parts (blob);

  CREATE TABLE IF NOT EXISTS events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    record TEXT NOT NULL
  ) STRICT;
`

/** Folders of earlier versions have a column for legal holds, which nothing ever set. */
const dropLegalHolds = (database: DatabaseSync) => {
  const columns = database.prepare("SELECT name FROM pragma_table_info('versions')").all()
  if (columns.some(({ name }) => name === "legalHold"))
    database.exec("ALTER TABLE versions DROP COLUMN legalHold")
}

/** The exclusive lock keeps a second server off the same folder. */
export const openDatabase = (dataDir: string): DatabaseSync => {
  mkdirSync(dataDir, { recursive: true })
  const database = new DatabaseSync(join(dataDir, "records.sqlite"))
  try {
    database.exec(schema)
    dropLegalHolds(database)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

/**
 * All or nothing, and on the disk before it returns. It is synchronous, so nothing else runs meanwhile: this is the
 * lock under which every condition is checked.
 */
export const transaction = <T>(database: DatabaseSync, work: () => T): T => {
  database.exec("BEGIN IMMEDIATE")
  try {
    const result = work()
    database.exec("COMMIT")
    return result
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK")
    throw error
  }
}
