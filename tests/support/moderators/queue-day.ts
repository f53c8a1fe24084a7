import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { wordsFor } from "@/app/_words"
import type { TipId } from "@/lib/kernel/id"
import { handler as react } from "@/lib/pipeline/react"
import { cookieBrowser } from "@/tests/support/cookie-browser"
import { persist, settles } from "@/tests/support/crash/persist"
import { allRecords } from "@/tests/support/deliver"
import { submitted } from "@/tests/support/factory"

const moderators = 20
const sendersAtOnce = 8

const t = wordsFor("zh", "consoleTip")
const acceptWord = t("accept")
const declineWord = t("decline")
const startWord = t("start")

type Portal = {
  readonly site: string
  readonly dataDir: string
  readonly pids: () => Record<"site", number>
}

/** A decision that the console confirmed to who made it. */
export type Confirmed = {
  readonly tipId: string
  readonly by: string
  readonly type: "accepted" | "declined"
}

const moderatorIds = Array.from({ length: moderators }, (_, at) => `desk-moderator-${at + 1}`)

const signIn = async (site: string, id: string) => {
  const browser = cookieBrowser()
  const { url, text } = await browser.submit(await browser.follow(`${site}/admin`))
  const action = new RegExp(`action="([^"]+/${id})"`).exec(text)?.[1] ?? ""
  await browser.post(new URL(action, url).href, {})
  return browser
}

const tipIn = (url: string) => /\/tips\/(tip_[^?]+)/.exec(url)?.[1]

/** One moderator: takes what the desk hands out and decides it, until nothing waits. */
const moderate = async (site: string, id: string, at: number): Promise<Confirmed[]> => {
  const browser = await persist(() => signIn(site, id))
  const confirmed: Confirmed[] = []
  const start = () =>
    persist(async () => {
      const desk = await browser.follow(`${site}/admin?queue=citizens`)
      if (!desk.response.ok) throw new Error(`the desk answered ${desk.response.status}`)
      return browser.press(desk, startWord)
    })
  let page = await start()
  for (let round = at; ; round++) {
    const tipId = tipIn(page.url)
    if (!tipId) {
      if (page.url.includes("done=all")) return confirmed
      page = await start()
      continue
    }
    const type = round % 4 === 3 ? "declined" : "accepted"
    try {
      page =
        type === "declined"
          ? await browser.press(page, declineWord, { reason: "site-gone" })
          : await browser.press(page, acceptWord)
      // The address says what was done to the tip before.
      if (page.url.includes(`was=${tipId}`) || page.url.includes("done=all"))
        confirmed.push({ tipId, by: id, type })
      else page = await start()
    } catch {
      // The site is away: what was not confirmed may have been done all the same.
      page = await start()
    }
  }
}

const killTwice = async ({ pids }: Portal, waiting: () => boolean) => {
  for (let kill = 0; kill < 2 && waiting(); kill++) {
    await pause(4_000)
    const before = pids().site
    process.kill(before, "SIGKILL")
    if (!(await settles(async () => pids().site !== before, 30))) throw new Error("the site stayed dead")
  }
}

/**
 * A queue that twenty moderators clear through the console's own forms, while the site is killed twice and all events
 * are handed over again. @returns the tips, and what was confirmed
 */
export const queueDay = async (portal: Portal, size: number) => {
  writeFileSync(
    join(portal.dataDir, "accounts.json"),
    JSON.stringify(Object.fromEntries(moderatorIds.map((id) => [id, { roles: ["moderator"] }]))),
  )
  const tips: TipId[] = []
  let sent = 0
  const sender = async () => {
    while (sent < size) {
      const at = sent++
      tips.push((await submitted({ targets: [`https://queue-${at % 200}.example/${at}`] })).tipId)
    }
  }
  await Promise.all(Array.from({ length: sendersAtOnce }, sender))
  let isDone = false
  const killing = killTwice(portal, () => !isDone)
  const work = Promise.all(moderatorIds.map((id, at) => moderate(portal.site, id, at)))
  await pause(2_000)
  await react({ Records: await allRecords() })
  const confirmed = (await work).flat()
  isDone = true
  await killing
  return { tips, confirmed }
}
