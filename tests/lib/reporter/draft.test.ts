import { randomBytes } from "node:crypto"
import { ScanCommand } from "@aws-sdk/lib-dynamodb"
import { describe, expect, it } from "vitest"
import { setting } from "@/lib/kernel/config"
import { contextFor } from "@/lib/kernel/context"
import { draftHoursMax, dropDraft, keepDraft, openDraft } from "@/lib/reporter"
import { documents } from "@/lib/store/table"
import { visitor } from "@/tests/support/people"

const newSecret = () => randomBytes(32).toString("base64url")
const draft = {
  category: "music",
  targets: ["hxxp://songs[.]example"],
  contact: "somebody@mail.example",
} as const
const given = { ...draft, targets: [...draft.targets] }
const later = (hours: number) =>
  contextFor({ kind: "visitor" }, { now: new Date(Date.now() + hours * 3_600_000).toISOString() })

describe("a draft", () => {
  it("opens with its secret, as it was typed, and with no other", async () => {
    const secret = newSecret()
    await keepDraft(visitor(), { secret, draft: given })
    expect(await openDraft(visitor(), { secret })).toEqual(draft)
    expect(await openDraft(visitor(), { secret: newSecret() })).toBeUndefined()
  })

  it("leaves nothing in the table that can be read, nor the secret", async () => {
    const secret = newSecret()
    await keepDraft(visitor(), { secret, draft: given })
    const { Items } = await documents.send(new ScanCommand({ TableName: setting("TABLE_NAME") }))
    const stored = JSON.stringify(Items)
    expect(stored).toContain('"draft"')
    for (const text of [secret, "music", "songs", "somebody"]) expect(stored).not.toContain(text)
  })

  it("takes the place of the one before", async () => {
    const secret = newSecret()
    await keepDraft(visitor(), { secret, draft: given })
    await keepDraft(visitor(), { secret, draft: { category: "games" } })
    expect(await openDraft(visitor(), { secret })).toEqual({ category: "games" })
  })

  it("is gone when it is dropped, once or twice, and when its time is over", async () => {
    const [dropped, old] = [newSecret(), newSecret()]
    for (const secret of [dropped, old]) await keepDraft(visitor(), { secret, draft: given })
    await dropDraft(visitor(), { secret: dropped })
    await dropDraft(visitor(), { secret: dropped })
    expect(await openDraft(visitor(), { secret: dropped })).toBeUndefined()
    expect(await openDraft(later(draftHoursMax - 0.1), { secret: old })).toEqual(draft)
    expect(await openDraft(later(draftHoursMax + 0.1), { secret: old })).toBeUndefined()
  })

  it("holds only what a tip may hold", async () => {
    const secret = newSecret()
    const keep = keepDraft(visitor(), { secret, draft: { targets: ["http://10.0.0.1/"], description: "x" } })
    await expect(keep).rejects.toMatchObject({
      code: "invalid",
      issues: [
        { path: ["draft", "description"], rule: "too-short" },
        { path: ["draft", "targets", 0], rule: "url-private" },
      ],
    })
    expect(await openDraft(visitor(), { secret })).toBeUndefined()
  })

  it.each(["", "x", "?".repeat(43)])("refuses the secret %j", async (secret) => {
    await expect(openDraft(visitor(), { secret })).rejects.toMatchObject({ code: "invalid" })
  })
})
