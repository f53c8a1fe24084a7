import { paginateScan } from "@aws-sdk/lib-dynamodb"
import { describe, expect, it } from "vitest"
import { chainFaults, eventsOf } from "@/lib/audit"
import { setting } from "@/lib/kernel/config"
import { contextFor } from "@/lib/kernel/context"
import { sha256 } from "@/lib/kernel/crypto"
import type { TipId } from "@/lib/kernel/id"
import { followTip, revealContact, sweepContacts, withdrawContact } from "@/lib/reporter"
import { ContactEntity } from "@/lib/reporter/contact/contact.entity"
import { defaultRetention, getSettings, setRetention } from "@/lib/settings"
import { documents } from "@/lib/store/table"
import { getTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as, reporterOf, system } from "@/tests/support/people"

const contact = "13800138000"

const itemsOf = async (tipId: string): Promise<string[]> => {
  const items: string[] = []
  for await (const { Items = [] } of paginateScan(
    { client: documents },
    { TableName: setting("TABLE_NAME"), ConsistentRead: true },
  ))
    items.push(...Items.map((item) => JSON.stringify(item)).filter((text) => text.includes(tipId)))
  return items
}
const sealedOf = async (tipId: TipId) => (await ContactEntity.get({ tipId }).go()).data?.sealed ?? ""
const erasures = async (tipId: string) =>
  (await eventsOf(tipId)).filter(({ type }) => type === "tip.contact-erased")

const { contactDays } = defaultRetention

describe("the erasure of a contact", () => {
  it("on withdrawal leaves nothing of it in the table but the hash of the sealed record", async () => {
    const { tipId } = await submitted({ contact })
    const sealed = await sealedOf(tipId)
    expect((await itemsOf(tipId)).join()).toContain(sealed)
    expect(await withdrawContact(reporterOf(tipId), {})).toEqual({ erased: true })
    const left = await itemsOf(tipId)
    expect(left.filter((text) => text.includes("contact#"))).toEqual([])
    for (const text of left) for (const gone of [contact, sealed]) expect(text).not.toContain(gone)
    expect(await erasures(tipId)).toMatchObject([
      { actor: { kind: "reporter" }, data: { because: "withdrawn", sealedHash: sha256(sealed) } },
    ])
    expect(chainFaults(await eventsOf(tipId))).toEqual([])
  })

  it("cannot be undone by trying contacts against the hash of what was sent", async () => {
    const [one, two] = await Promise.all([submitted({ contact }), submitted({ contact })])
    const hashes = await Promise.all(
      [one, two].map(async ({ tipId }) => (await getTip(as("mei"), { tipId })).tip.contentHash),
    )
    expect(hashes[0]).not.toBe(hashes[1])
  })

  it("shows to both sides, and ends every look at it", async () => {
    const { tipId } = await submitted({ contact })
    expect(await followTip(reporterOf(tipId), {})).toMatchObject({ hasContact: true })
    await withdrawContact(reporterOf(tipId), {})
    const followed = await followTip(reporterOf(tipId), {})
    expect(followed.hasContact).toBe(false)
    expect(followed.steps.at(-1)).toMatchObject({ step: "contact-erased" })
    const reason = "To ask for the address"
    expect(await revealContact(as("mei"), { tipId, reason })).toBeUndefined()
  })

  it("done twice at once is recorded once", async () => {
    const { tipId } = await submitted({ contact })
    const withdraw = () => withdrawContact(reporterOf(tipId), {})
    const done = await Promise.all([withdraw(), withdraw(), withdraw()])
    expect(done.filter(({ erased }) => erased)).toHaveLength(1)
    expect(await erasures(tipId)).toHaveLength(1)
  })

  it("is the reporter's, not the staff's, to ask for", async () => {
    await expect(withdrawContact(as("mei"), {})).rejects.toMatchObject({ code: "forbidden" })
    await expect(sweepContacts(as("administrator"), {})).rejects.toMatchObject({ code: "forbidden" })
  })

  const sweepAfter = (days: number) =>
    sweepContacts(
      contextFor(system().actor, { now: new Date(Date.now() + days * 86_400_000).toISOString() }),
      {},
    )

  it("comes by itself before the retention time is over, and not before it has to", async () => {
    const { tipId } = await submitted({ contact })
    await sweepAfter(contactDays - 2)
    expect(await sealedOf(tipId)).not.toBe("")
    expect((await sweepAfter(contactDays - 0.5)).erased).toBeGreaterThan(0)
    expect(await sealedOf(tipId)).toBe("")
    expect(await erasures(tipId)).toMatchObject([
      { actor: { kind: "system" }, data: { because: "retention", sealedHash: expect.any(String) } },
    ])
    expect(await sweepAfter(contactDays)).toEqual({ erased: 0 })
  })

  it("comes sooner for who reports after the time was shortened, and for nobody else", async () => {
    const before = await submitted({ contact })
    const { retention, version } = await getSettings(as("administrator"), {})
    await setRetention(as("administrator"), { version, ...retention, contactDays: 90 })
    const after = await submitted({ contact })
    await sweepAfter(88)
    expect(await sealedOf(after.tipId)).not.toBe("")
    await sweepAfter(89.5)
    expect(await sealedOf(after.tipId)).toBe("")
    expect(await sealedOf(before.tipId)).not.toBe("")
    await setRetention(as("administrator"), { version: version + 1, ...retention })
  })
})
