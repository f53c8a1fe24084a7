import { describe, expect, it } from "vitest"
import type { TipId } from "@/lib/kernel/id"
import { listAttempts } from "@/lib/outbox"
import { listParkedMails, markNewsSeen, replayMails, sendNews, withdrawContact } from "@/lib/reporter"
import { ContactEntity } from "@/lib/reporter/contact/contact.entity"
import { mailKey } from "@/lib/reporter/news/news"
import { newsShards } from "@/lib/reporter/news/news.entity"
import { put, transact } from "@/lib/store/transact"
import { getTip } from "@/lib/tip"
import { aReader, at, contact, days, happens, minutesOn, testMailbox } from "@/tests/support/news"
import { as, reporterOf } from "@/tests/support/people"

const mailbox = testMailbox()

const events = async (tipId: string) =>
  (await getTip(as("auditor"), { tipId })).events.map(({ type }) => type)

/** @returns the hours after which the server was asked no more */
const givenUp = async (...tipIds: readonly string[]) => {
  for (const tipId of tipIds) await happens(tipId, minutesOn(1))
  mailbox.refuse(451)
  const parked = async () => (await listParkedMails(as("auditor"), {})).mails.length
  let hours = 0
  while ((await parked()) < tipIds.length && hours < 100) {
    hours += 6
    await sendNews(at(minutesOn(1 + hours * 60)), {})
  }
  return hours
}
describe("a mail that is not taken", () => {
  it("is tried again where the server says later, after a pause", async () => {
    const tipId = await aReader()
    await happens(tipId, minutesOn(1))
    mailbox.refuse(451)
    expect(await sendNews(at(minutesOn(1)), {})).toMatchObject({ postponed: 1 })
    expect(await sendNews(at(minutesOn(1)), {})).toEqual({ done: 0, postponed: 0, parked: 0 })
    mailbox.refuse()
    expect(await sendNews(at(minutesOn(2)), {})).toMatchObject({ done: 1 })
    expect(await listAttempts(mailKey(tipId))).toMatchObject([
      { number: 1, status: 451, error: "EENVELOPE" },
      { number: 2 },
    ])
    expect(mailbox.mails()).toHaveLength(1)
  })

  it("is given up after three days, which is shown, and sent again by hand", async () => {
    const tipId = await aReader()
    const refused = await givenUp(tipId)
    expect(refused).toBeGreaterThanOrEqual(72)
    expect(refused).toBeLessThan(90)
    expect(await sendNews(at(minutesOn(10 * days)), {})).toEqual({ done: 0, postponed: 0, parked: 0 })
    const { mails } = await listParkedMails(as("auditor"), {})
    expect(mails.find((mail) => mail.tipId === tipId)).toMatchObject({ last: { status: 451 } })
    expect(JSON.stringify(mails)).not.toContain(contact)

    mailbox.refuse()
    await expect(replayMails(as("auditor"), { tipIds: [tipId] })).rejects.toMatchObject({ code: "forbidden" })
    const both = [
      replayMails(as("administrator"), { tipIds: [tipId] }),
      replayMails(as("administrator"), { tipIds: [tipId] }),
    ]
    expect((await Promise.allSettled(both)).map(({ status }) => status).toSorted()).toEqual([
      "fulfilled",
      "rejected",
    ])
    await expect(replayMails(as("administrator"), { tipIds: [tipId] })).rejects.toMatchObject({
      code: "conflict",
      reason: "mail-not-parked",
    })
    expect(await sendNews(at(minutesOn(1)), {})).toMatchObject({ done: 1 })
    expect((await events(tipId)).filter((type) => type === "tip.mail-replayed")).toHaveLength(1)
    expect(await listParkedMails(as("auditor"), {})).toEqual({ mails: [], isMore: false })
  })

  it("that was given up is tried anew with the next news, and forgotten when the reporter looks", async () => {
    const [again, read] = [await aReader(), await aReader()]
    await givenUp(again, read)
    mailbox.refuse()
    await happens(again, minutesOn(5 * days))
    await markNewsSeen(reporterOf(read), {})
    expect(await listParkedMails(as("auditor"), {})).toEqual({ mails: [], isMore: false })
    expect(await sendNews(at(minutesOn(5 * days + 1)), {})).toMatchObject({ done: 1 })
    await expect(replayMails(as("administrator"), { tipIds: [read] })).rejects.toMatchObject({
      reason: "mail-not-parked",
    })
  })

  it("is sent by one of two runs at once", async () => {
    const tipIds = await Promise.all(Array.from({ length: 6 }, aReader))
    for (const tipId of tipIds) await happens(tipId, minutesOn(1))
    const now = minutesOn(2)
    await Promise.all([sendNews(at(now), {}), sendNews(at(now), {})])
    await sendNews(at(minutesOn(4)), {})
    expect(mailbox.mails()).toHaveLength(tipIds.length)
  })

  it("is left for the next run while the server takes none, after two failures in a row", async () => {
    const tipIds = await Promise.all(Array.from({ length: 16 }, aReader))
    for (const tipId of tipIds) await happens(tipId, minutesOn(1))
    mailbox.refuse(451)
    const { postponed } = await sendNews(at(minutesOn(2)), {})
    expect(postponed).toBeLessThanOrEqual(2 * newsShards)
    expect(postponed).toBeGreaterThan(0)
    mailbox.refuse()
    await sendNews(at(minutesOn(6)), {})
    expect(mailbox.mails()).toHaveLength(tipIds.length)
  })

  it("waits where it cannot even be written, and holds up no other", async () => {
    const [broken, whole] = [await aReader(), await aReader()]
    const { data } = await ContactEntity.get({ tipId: broken as TipId }).go()
    if (!data) throw new Error("no contact")
    await transact([put(ContactEntity.put({ ...data, sealed: "no seal" }))])
    for (const tipId of [broken, whole]) await happens(tipId, minutesOn(1))
    expect(await sendNews(at(minutesOn(1)), {})).toEqual({ done: 1, postponed: 1, parked: 0 })
    expect(await listAttempts(mailKey(broken))).toMatchObject([{ error: "not-sent" }])
    await withdrawContact(reporterOf(broken), {})
  })
})
