import { afterAll, beforeAll, beforeEach } from "vitest"
import { noteNews } from "@/lib/reporter"
import { submitted } from "@/tests/support/factory"
import { openMailbox } from "@/tests/support/mailbox"
import { system } from "@/tests/support/people"

export const contact = "zhang@reader.example"

/** A mail server for the tests of a file, empty and willing before each. */
export const testMailbox = () => {
  let opened: Awaited<ReturnType<typeof openMailbox>> | undefined
  const mailbox = () => {
    if (!opened) throw new Error("the mailbox is not open yet")
    return opened
  }
  beforeAll(async () => {
    opened = await openMailbox()
    process.env.MAIL = opened.url
  })
  afterAll(() => opened?.close())
  beforeEach(() => {
    mailbox().mails.length = 0
    mailbox().refuse()
  })
  return {
    url: () => mailbox().url,
    mails: () => mailbox().mails,
    refuse: (code?: number) => mailbox().refuse(code),
  }
}

/** The tip of a reporter who asked for news. */
export const aReader = async () => (await submitted({ contact, news: true })).tipId
export const days = 24 * 60
export const minutesOn = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
export const at = (now: string) => ({ ...system(), now })
export const happens = (tipId: string, now: string) => noteNews(at(now), { tipId, at: now })
