import { DatabaseSync } from "node:sqlite"
import type { Adapter, AdapterPayload } from "oidc-provider"

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS payload (
    model TEXT NOT NULL, id TEXT NOT NULL, uid TEXT, userCode TEXT, grantId TEXT,
    body TEXT NOT NULL, expiresAt INTEGER,
    PRIMARY KEY (model, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS by_uid ON payload (model, uid);
  CREATE INDEX IF NOT EXISTS by_grant ON payload (grantId);
`

const seconds = () => Math.floor(Date.now() / 1000)

/** Keeps the provider's sessions over a restart. @returns the adapter that the provider makes for each of its models */
export const sqliteAdapter = (path: string): ((model: string) => Adapter) => {
  const database = new DatabaseSync(path)
  database.exec(schema)
  database.prepare("DELETE FROM payload WHERE expiresAt < ?").run(seconds())
  const put = database.prepare(
    `INSERT INTO payload (model, id, uid, userCode, grantId, body, expiresAt) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET uid = excluded.uid, userCode = excluded.userCode, grantId = excluded.grantId,
       body = excluded.body, expiresAt = excluded.expiresAt`,
  )
  const find = (column: "id" | "uid" | "userCode") =>
    database.prepare(
      `SELECT body FROM payload WHERE model = ? AND ${column} = ? AND (expiresAt IS NULL OR expiresAt >= ?)`,
    )
  const by = { id: find("id"), uid: find("uid"), userCode: find("userCode") }
  const remove = database.prepare("DELETE FROM payload WHERE model = ? AND id = ?")
  const revoke = database.prepare("DELETE FROM payload WHERE grantId = ?")
  const consume = database.prepare(
    "UPDATE payload SET body = json_set(body, '$.consumed', ?) WHERE model = ? AND id = ?",
  )
  const payload = (row: Record<string, unknown> | undefined): AdapterPayload | undefined =>
    row ? JSON.parse(String(row.body)) : undefined

  return (model) => ({
    upsert: async (id, body, expiresIn) => {
      const expiresAt = expiresIn ? seconds() + expiresIn : null
      const { uid = null, userCode = null, grantId = null } = body
      put.run(model, id, uid, userCode, grantId, JSON.stringify(body), expiresAt)
    },
    find: async (id) => payload(by.id.get(model, id, seconds())),
    findByUid: async (uid) => payload(by.uid.get(model, uid, seconds())),
    findByUserCode: async (userCode) => payload(by.userCode.get(model, userCode, seconds())),
    destroy: async (id) => void remove.run(model, id),
    revokeByGrantId: async (grantId) => void revoke.run(grantId),
    consume: async (id) => void consume.run(seconds(), model, id),
  })
}
