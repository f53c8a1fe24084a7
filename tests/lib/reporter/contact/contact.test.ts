import { UpdateCommand } from "@aws-sdk/lib-dynamodb"
import { describe, expect, it } from "vitest"
import { setting } from "@/lib/kernel/config"
import { newId } from "@/lib/kernel/id"
import { revealContact } from "@/lib/reporter"
import { decryptContact } from "@/lib/reporter/contact/contact"
import { ContactEntity } from "@/lib/reporter/contact/contact.entity"
import { documents } from "@/lib/store/table"
import { getTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

const contact = "zhang@reader.example"
const reason = "To ask for the page's address"

describe("a reporter's contact", () => {
  it("is shown to a moderator with a reason, and the look is recorded without it", async () => {
    const { tipId } = await submitted({ contact })
    expect(await revealContact(as("mei"), { tipId, reason })).toBe(contact)
    const { events } = await getTip(as("auditor"), { tipId })
    expect(events.at(-1)).toMatchObject({
      type: "tip.contact-revealed",
      actor: { id: "mei" },
      data: { reason },
    })
    expect(JSON.stringify(events)).not.toContain(contact)
  })

  it("is not shown without a reason", async () => {
    const { tipId } = await submitted({ contact })
    await expect(revealContact(as("mei"), { tipId, reason: " " })).rejects.toMatchObject({ code: "invalid" })
  })

  it("cannot be read under another tip's name", async () => {
    const { tipId } = await submitted({ contact })
    const { data } = await ContactEntity.get({ tipId }).go()
    await expect(decryptContact(newId("tip"), data?.sealed ?? "")).rejects.toThrow()
  })

  it("is gone after the retention time, though the table has not erased it yet", async () => {
    const { tipId } = await submitted({ contact })
    await documents.send(
      new UpdateCommand({
        TableName: setting("TABLE_NAME"),
        Key: { pk: `contact#${tipId}`, sk: "contact" },
        UpdateExpression: "SET dueAt = :past",
        ExpressionAttributeValues: { ":past": "2020-01-01T00:00:00.000Z" },
      }),
    )
    expect(await revealContact(as("mei"), { tipId, reason })).toBeUndefined()
  })
})
