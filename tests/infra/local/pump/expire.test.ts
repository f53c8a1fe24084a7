import { randomBytes } from "node:crypto"
import { expect, it } from "vitest"
import { expireItems, expiringTables } from "@/infra/local/pump/expire"
import { setting } from "@/lib/kernel/config"
import { draftHoursMax, keepDraft, openDraft } from "@/lib/reporter"
import { countedIn, countOne } from "@/lib/store/counter"
import { findTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { visitor } from "@/tests/support/people"

const tables = expiringTables({ table: setting("TABLE_NAME"), limits: setting("LIMITS_TABLE_NAME") })
const draft = { category: "music" } as const
const newSecret = () => randomBytes(32).toString("base64url")

it("what has expired goes, as on AWS; what has time left, or is for ever, stays", async () => {
  const begun = new Date(Date.now() - (draftHoursMax + 1) * 3_600_000).toISOString()
  const [old, recent] = [newSecret(), newSecret()]
  await keepDraft(visitor(begun), { secret: old, draft })
  await keepDraft(visitor(), { secret: recent, draft })
  const { tipId } = await submitted()
  expect(await openDraft(visitor(begun), { secret: old })).toEqual(draft)
  expect(await expireItems(tables)).toBeGreaterThan(0)
  expect(await openDraft(visitor(begun), { secret: old })).toBeUndefined()
  expect(await openDraft(visitor(), { secret: recent })).toEqual(draft)
  expect(await findTip(tipId)).toBeDefined()
  expect(await expireItems(tables)).toBe(0)
})

it("counters go with their window", async () => {
  const window = { key: "expiry", windowSeconds: 60 }
  const of = newSecret()
  await countOne(window, of)
  await expireItems(tables)
  expect((await countedIn(window, of)).count).toBe(1)
  expect(await expireItems(tables, new Date(Date.now() + 120_000))).toBeGreaterThan(0)
  expect((await countedIn(window, of)).count).toBe(0)
})
