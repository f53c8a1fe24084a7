import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { followTip, markNewsSeen, sendNews, stopNews, switchNews, withdrawContact } from "@/lib/reporter"
import { ContactEntity } from "@/lib/reporter/contact/contact.entity"
import { findNews } from "@/lib/reporter/news/news"
import { newsMail } from "@/lib/reporter/news/news-mail"
import { remove, transact } from "@/lib/store/transact"
import { claimTip, declineTip, getTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { aReader, at, contact, days, happens, minutesOn, testMailbox } from "@/tests/support/news"
import { as, reporterOf, visitor } from "@/tests/support/people"

const mailbox = testMailbox()

const events = async (tipId: string) =>
  (await getTip(as("auditor"), { tipId })).events.map(({ type }) => type)

describe("news by mail", () => {
  it("is sent to who asked for it, and says nothing of the report", async () => {
    const tipId = await aReader()
    await happens(tipId, minutesOn(1))
    expect(await sendNews(at(minutesOn(1)), {})).toEqual({ done: 1, postponed: 0, parked: 0 })
    const [mail = ""] = mailbox.mails()
    expect(mail).toContain(`To: ${contact}`)
    expect(mail).toMatch(/^List-Unsubscribe: <http.+\/en\/follow\/news\/stop\?key=/im)
    expect(mail).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
    for (const secret of [tipId, tipId.slice(4), "pirate", "film", "Film"]) expect(mail).not.toContain(secret)
  })

  it("is sent to nobody who did not ask", async () => {
    const { tipId } = await submitted({ contact })
    await happens(tipId, minutesOn(1))
    expect(await sendNews(at(minutesOn(1)), {})).toEqual({ done: 0, postponed: 0, parked: 0 })
  })

  it("is sent once, however often the same news is told", async () => {
    const tipId = await aReader()
    const now = minutesOn(1)
    await happens(tipId, now)
    await happens(tipId, now)
    await sendNews(at(minutesOn(2)), {})
    await happens(tipId, now)
    await sendNews(at(minutesOn(3)), {})
    expect(mailbox.mails()).toHaveLength(1)
  })

  it("of several things is one mail, until the reporter has looked or three days have gone", async () => {
    const tipId = await aReader()
    const tell = async (minutes: number) => {
      await happens(tipId, minutesOn(minutes))
      await sendNews(at(minutesOn(minutes + 0.5)), {})
      return mailbox.mails().length
    }
    expect([await tell(1), await tell(2)]).toEqual([1, 1])
    await markNewsSeen(reporterOf(tipId), {})
    expect([await tell(3), await tell(4)]).toEqual([2, 2])
    expect(await tell(3 * days + 5)).toBe(3)
  })

  it("is not sent any more when the reporter has seen it", async () => {
    const tipId = await aReader()
    await happens(tipId, minutesOn(1))
    await markNewsSeen(reporterOf(tipId), {})
    expect(await sendNews(at(minutesOn(1)), {})).toMatchObject({ done: 0 })
  })

  it("is still due when the tip is only read", async () => {
    const tipId = await aReader()
    await happens(tipId, minutesOn(1))
    const before = await findNews(tipId)
    expect(await followTip(reporterOf(tipId), {})).toMatchObject({ news: "on" })
    expect(await findNews(tipId)).toEqual(before)
    expect(await sendNews(at(minutesOn(1)), {})).toMatchObject({ done: 1 })
  })

  it("ends with the contact", async () => {
    const tipId = await aReader()
    await happens(tipId, minutesOn(1))
    await withdrawContact(reporterOf(tipId), {})
    expect(await sendNews(at(minutesOn(1)), {})).toEqual({ done: 0, postponed: 0, parked: 0 })
    expect(await findNews(tipId)).toBeUndefined()
  })

  it("ends, too, where the table itself has let the contact expire", async () => {
    const tipId = await aReader()
    await happens(tipId, minutesOn(1))
    await transact([remove(ContactEntity.delete({ tipId }))])
    expect(await sendNews(at(minutesOn(2)), {})).toEqual({ done: 0, postponed: 0, parked: 0 })
    expect(await findNews(tipId)).toBeUndefined()
  })

  it("stops for an address that is never taken, which the tip's history says without the address", async () => {
    const tipId = await aReader()
    await happens(tipId, minutesOn(1))
    mailbox.refuse(550)
    expect(await sendNews(at(minutesOn(1)), {})).toMatchObject({ parked: 1 })
    expect(await findNews(tipId)).toBeUndefined()
    const file = await getTip(as("auditor"), { tipId })
    expect(file.events.at(-1)).toMatchObject({ type: "tip.news-stopped", data: { because: "refused" } })
    expect(JSON.stringify(file)).not.toContain(contact)
  })

  it("stops by the link of a mail, which opens nothing else", async () => {
    const tipId = await aReader()
    const { stopKey = "" } = (await findNews(tipId)) ?? {}
    await stopNews(visitor(), { stopKey: "0".repeat(32) })
    expect(await findNews(tipId)).toBeDefined()
    await Promise.all([stopNews(visitor(), { stopKey }), stopNews(visitor(), { stopKey })])
    await stopNews(visitor(), { stopKey })
    expect(await findNews(tipId)).toBeUndefined()
    expect((await events(tipId)).filter((type) => type === "tip.news-stopped")).toHaveLength(1)
  })

  it("is switched on and off by the reporter, each once", async () => {
    const { tipId } = await submitted({ contact })
    const reporter = reporterOf(tipId)
    expect((await followTip(reporter, {})).news).toBe("off")
    await Promise.all([switchNews(reporter, { on: true }), switchNews(reporter, { on: true })])
    expect((await followTip(reporter, {})).news).toBe("on")
    await switchNews(reporter, { on: false })
    await switchNews(reporter, { on: false })
    expect((await followTip(reporter, {})).news).toBe("off")
    expect(await events(tipId)).toEqual(["tip.received", "tip.news-requested", "tip.news-stopped"])
  })

  it("needs an e-mail address", async () => {
    await expect(submitted({ contact: "13800138000", news: true })).rejects.toMatchObject({
      issues: [{ path: ["contact"], rule: "contact-not-email" }],
    })
    const { tipId } = await submitted({ contact: "13800138000" })
    expect((await followTip(reporterOf(tipId), {})).news).toBeUndefined()
    await expect(switchNews(reporterOf(tipId), { on: true })).rejects.toMatchObject({
      reason: "news-not-offered",
    })
  })

  it("is not offered where no mail can be sent", async () => {
    process.env.MAIL = "none"
    await expect(submitted({ contact, news: true })).rejects.toMatchObject({
      issues: [{ path: ["news"], rule: "news-not-offered" }],
    })
    process.env.MAIL = mailbox.url()
  })

  it("leaves what a moderator does alone", async () => {
    const tipId = await aReader()
    const { version } = await claimTip(as("mei"), { tipId })
    await happens(tipId, minutesOn(1))
    await sendNews(at(minutesOn(1)), {})
    await expect(declineTip(as("mei"), { tipId, version, reason: "site-gone" })).resolves.toMatchObject({
      status: "declined",
    })
  })
})

it("is the same mail for every report", () => {
  const key = fc.stringMatching(/^[0-9a-z]{32}$/)
  fc.assert(
    fc.property(key, fc.constantFrom("zh" as const, "en" as const), (stopKey, locale) => {
      const { subject, text } = newsMail("https://portal.example", { locale, stopKey })
      const other = newsMail("https://portal.example", { locale, stopKey: "0".repeat(32) })
      expect([subject, text.replaceAll(stopKey, "")]).toEqual([
        other.subject,
        other.text.replaceAll("0".repeat(32), ""),
      ])
    }),
  )
})
