import { setTimeout as pause } from "node:timers/promises"
import type { portal } from "@/tests/support/portal/portal"
import { type AcknowledgedTip, sendTip } from "./citizens"
import { accept, type Recorded, record } from "./office"
import { settles } from "./persist"

const victims = ["site", "dynamo", "s3", "pump"] as const
const rounds = 3
const citizens = 4
const sendEveryMs = 150

type Portal = Awaited<ReturnType<typeof portal>>

const killEach = async ({ pids, kill, ready }: Portal) => {
  for (let round = 1; round <= rounds; round++)
    for (const name of victims) {
      await pause(300 + 600 * Math.random())
      const before = pids()[name]
      kill(name)
      if (!(await settles(async () => pids()[name] !== before, 15))) throw new Error(`${name} stayed dead`)
      await ready()
    }
}

/** Works on what another party has finished, in its order, until that party has ended and nothing is left. */
const follow = async <Item>(
  queue: readonly Item[],
  ended: () => boolean,
  work: (item: Item) => Promise<void>,
) => {
  for (let at = 0; !ended() || at < queue.length; ) {
    const item = queue[at]
    if (item === undefined) await pause(50)
    else {
      await work(item)
      at += 1
    }
  }
}

/**
 * Citizens send tips, a moderator accepts them and an officer records a measure for each, while one process of the
 * portal after the other is killed. @returns what the portal acknowledged to them
 */
export const workday = async (portal: Portal, campaign: string, sites: readonly string[]) => {
  const acknowledged: AcknowledgedTip[] = []
  const accepted: AcknowledgedTip[] = []
  const recorded: Recorded[] = []
  const ended = { killing: false, sending: false, moderating: false }
  const citizen = async (_: unknown, who: number) => {
    for (let at = 0; !ended.killing; at++) {
      const site = sites[(at * citizens + who) % sites.length] ?? ""
      acknowledged.push(await sendTip(portal.siteUrl, site, at % 3 === 0))
      await pause(sendEveryMs)
    }
  }
  const until = async (party: keyof typeof ended, work: Promise<unknown>) => {
    await work.finally(() => {
      ended[party] = true
    })
  }
  const moderator = follow(
    acknowledged,
    () => ended.sending,
    async (tip) => {
      await accept(tip.tipId, campaign)
      accepted.push(tip)
    },
  )
  const officer = follow(
    accepted,
    () => ended.moderating,
    async ({ tipId }) => void recorded.push(await record(tipId)),
  )
  await Promise.all([
    until("killing", killEach(portal)),
    until("sending", Promise.all(Array.from({ length: citizens }, citizen))),
    until("moderating", moderator),
    officer,
  ])
  return { acknowledged, accepted, recorded }
}
