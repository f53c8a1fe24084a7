// What each consumer has behind it, and what it gave up on. A step is written down only after the handler came back,
// so a pump that is killed delivers again and never skips. A try is written down before, so a record that kills the
// pump itself is counted too.
import { DatabaseSync } from "node:sqlite"

export type Lane = { readonly consumer: string; readonly source: string }

export type Progress = {
  /** The last record of which it and all before it are behind us. */
  readonly position?: string
}

export type DeadLetter = Lane & {
  readonly position: string
  readonly record: string
  readonly tries: number
  readonly error: string
  readonly diedAt: string
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS progress (
    consumer TEXT NOT NULL, source TEXT NOT NULL, position TEXT,
    PRIMARY KEY (consumer, source)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS dead_letter (
    consumer TEXT NOT NULL, source TEXT NOT NULL, position TEXT NOT NULL,
    record TEXT NOT NULL, tries INTEGER NOT NULL, error TEXT NOT NULL, diedAt TEXT NOT NULL,
    PRIMARY KEY (consumer, source, position)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS attempt (
    consumer TEXT NOT NULL, source TEXT NOT NULL, position TEXT NOT NULL, tries INTEGER NOT NULL,
    PRIMARY KEY (consumer, source, position)
  ) STRICT;
`

export const openProgressStore = (path: string) => {
  const database = new DatabaseSync(path)
  database.exec(schema)
  const read = database.prepare("SELECT position FROM progress WHERE consumer = ? AND source = ?")
  const write = database.prepare(
    `INSERT INTO progress (consumer, source, position) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET position = excluded.position`,
  )
  const insertDead = database.prepare(
    `INSERT INTO dead_letter (consumer, source, position, record, tries, error, diedAt) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET tries = excluded.tries, error = excluded.error, diedAt = excluded.diedAt`,
  )
  const selectDead = database.prepare("SELECT * FROM dead_letter ORDER BY diedAt, position")
  const deleteDead = database.prepare(
    "DELETE FROM dead_letter WHERE consumer = ? AND source = ? AND position = ?",
  )

  const beginAttempt = database.prepare(
    `INSERT INTO attempt (consumer, source, position, tries) VALUES (?, ?, ?, 1)
     ON CONFLICT DO UPDATE SET tries = tries + 1 RETURNING tries`,
  )
  const endAttempt = database.prepare(
    "DELETE FROM attempt WHERE consumer = ? AND source = ? AND position = ?",
  )

  const save = ({ consumer, source }: Lane, { position }: Progress) => {
    write.run(consumer, source, position ?? null)
  }
  const putDeadLetter = (letter: DeadLetter) => {
    const { consumer, source, position, record, tries, error, diedAt } = letter
    insertDead.run(consumer, source, position, record, tries, error, diedAt)
  }

  return {
    of: ({ consumer, source }: Lane): Progress => {
      const row = read.get(consumer, source)
      return row?.position ? { position: String(row.position) } : {}
    },
    save,
    putDeadLetter,
    /** Of one of several records in work. @returns how often it was tried, with this time */
    begin: ({ consumer, source }: Lane, position: string) =>
      Number(beginAttempt.get(consumer, source, position)?.tries ?? 1),
    end: ({ consumer, source }: Lane, position: string) => {
      endAttempt.run(consumer, source, position)
    },
    deadLetters: (): DeadLetter[] =>
      selectDead.all().map((row) => ({
        consumer: String(row.consumer),
        source: String(row.source),
        position: String(row.position),
        record: String(row.record),
        tries: Number(row.tries),
        error: String(row.error),
        diedAt: String(row.diedAt),
      })),
    removeDeadLetter: ({ consumer, source, position }: DeadLetter) => {
      deleteDead.run(consumer, source, position)
    },
    close: () => database.close(),
  }
}
export type ProgressStore = ReturnType<typeof openProgressStore>
