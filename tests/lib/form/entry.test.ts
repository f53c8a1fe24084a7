import { randomBytes } from "node:crypto"
import { ScanCommand } from "@aws-sdk/lib-dynamodb"
import { describe, expect, it } from "vitest"
import { dropEntry, entryHoursMax, type FormEntry, keepEntry, openEntry } from "@/lib/form"
import { setting } from "@/lib/kernel/config"
import { contextFor } from "@/lib/kernel/context"
import { documents } from "@/lib/store/table"
import { visitor } from "@/tests/support/people"

const newSecret = () => randomBytes(32).toString("base64url")
const entry: FormEntry = {
  form: "/follow/answer",
  typed: { answer: "在第三页\n上方" },
  refusal: {
    code: "invalid",
    reason: undefined,
    issues: [{ path: ["answer"], rule: "too-long", params: { max: 5_000 } }],
    publicMessage: undefined,
    retryAfterSeconds: undefined,
  },
}
const later = (hours: number) =>
  contextFor({ kind: "visitor" }, { now: new Date(Date.now() + hours * 3_600_000).toISOString() })

describe("an entry of a form", () => {
  it("opens by its secret and its reference, and by no other of either", async () => {
    const secret = newSecret()
    const ref = await keepEntry(visitor(), { secret, entry })
    const other = await keepEntry(visitor(), { secret, entry: { form: "/follow", typed: {} } })
    expect(await openEntry(visitor(), { secret, ref })).toEqual(JSON.parse(JSON.stringify(entry)))
    expect(await openEntry(visitor(), { secret, ref: other })).toEqual({ form: "/follow", typed: {} })
    expect(await openEntry(visitor(), { secret: newSecret(), ref })).toBeUndefined()
    expect(await openEntry(visitor(), { secret, ref: "none" })).toBeUndefined()
  })

  it("leaves nothing in the table that can be read, nor the secret, nor the reference", async () => {
    const secret = newSecret()
    const ref = await keepEntry(visitor(), { secret, entry })
    const { Items } = await documents.send(new ScanCommand({ TableName: setting("TABLE_NAME") }))
    const stored = JSON.stringify(Items)
    expect(stored).toContain("form-entry#")
    for (const text of [secret, ref, "第三页", "too-long"]) expect(stored).not.toContain(text)
  })

  it("is gone when it is dropped, once or twice, and when its time is over", async () => {
    const secret = newSecret()
    const [dropped, old] = [
      await keepEntry(visitor(), { secret, entry }),
      await keepEntry(visitor(), { secret, entry }),
    ]
    await dropEntry(visitor(), { secret, ref: dropped })
    await dropEntry(visitor(), { secret, ref: dropped })
    expect(await openEntry(visitor(), { secret, ref: dropped })).toBeUndefined()
    expect(await openEntry(later(entryHoursMax - 0.1), { secret, ref: old })).toBeDefined()
    expect(await openEntry(later(entryHoursMax + 0.1), { secret, ref: old })).toBeUndefined()
  })

  it("is no larger than 32 kB, which holds 5,000 Chinese characters twice", async () => {
    const secret = newSecret()
    const typed = { answer: "述".repeat(10_000) }
    const ref = await keepEntry(visitor(), { secret, entry: { form: "/follow/answer", typed } })
    expect((await openEntry(visitor(), { secret, ref }))?.typed).toEqual(typed)
    const keep = keepEntry(visitor(), {
      secret,
      entry: { form: "x", typed: { answer: "述".repeat(11_000) } },
    })
    await expect(keep).rejects.toMatchObject({ code: "invalid" })
  })

  it.each(["", "x", "?".repeat(43)])("refuses the secret %j", async (secret) => {
    await expect(openEntry(visitor(), { secret, ref: "x" })).rejects.toMatchObject({ code: "invalid" })
  })
})
