import { setTimeout as pause } from "node:timers/promises"
import { attempt, type Consumer, type Delivery, type Entry } from "./deliver"
import type { Lane } from "./progress-store"

/** A consumer of whose records several are in work at once. */
export type FairConsumer = Consumer & {
  readonly lanes: number
  /** Of the records of one group, one is in work at a time. */
  readonly groupOf: (record: unknown) => string
  /** The records of one group keep their order: behind one that failed, they wait with it. */
  readonly isOrdered?: boolean
}

type Waiting = Entry & { readonly at: number; readonly group: string; readonly notBefore: number }

const idleMs = 200
const waitingMax = 500
const backoffMs = (tries: number) => Math.min(100 * 2 ** tries, 30_000)

/** The oldest that waits of each group. */
const firstOfEach = (waiting: readonly Waiting[]): Waiting[] => {
  const first = new Map<string, Waiting>()
  for (const entry of waiting) {
    const known = first.get(entry.group)
    if (!known || entry.at < known.at) first.set(entry.group, entry)
  }
  return [...first.values()]
}

/**
 * Reads on while earlier records are in work, and lets each group take its turn: whoever was served longest ago comes
 * first. A record that fails waits aside. Progress is noted up to the first record that is not done; a pump that is
 * killed delivers those after it again.
 */
export const deliverFairly = async (
  { progress, folder, triesMax, log }: Delivery,
  consumer: FairConsumer,
  lane: Lane,
  read: () => Promise<readonly Entry[] | "closed">,
  signal: AbortSignal,
): Promise<void> => {
  const waiting: Waiting[] = []
  const running = new Map<string, Promise<void>>()
  const served = new Map<string, number>()
  const open: { readonly position: string; isDone: boolean }[] = []
  const openAt = new Map<string, (typeof open)[number]>()
  let turns = 0

  const settle = (position: string) => {
    const found = openAt.get(position)
    if (found) found.isDone = true
    let last: string | undefined
    while (open[0]?.isDone) {
      last = open.shift()?.position
      openAt.delete(last ?? "")
    }
    if (last !== undefined) progress.save(lane, { position: last })
  }

  const take = (entries: readonly Entry[]) => {
    for (const entry of entries) {
      const opened = { position: entry.position, isDone: false }
      open.push(opened)
      openAt.set(entry.position, opened)
      if (consumer.wants(entry.record))
        waiting.push({ ...entry, at: turns++, group: consumer.groupOf(entry.record), notBefore: 0 })
      else settle(entry.position)
    }
  }

  const next = () => {
    if (running.size >= consumer.lanes) return undefined
    const candidates = consumer.isOrdered ? firstOfEach(waiting) : waiting
    const ready = candidates.filter(({ group, notBefore }) => !running.has(group) && notBefore <= Date.now())
    const [first] = ready.toSorted(
      (a, b) => (served.get(a.group) ?? -1) - (served.get(b.group) ?? -1) || a.at - b.at,
    )
    if (first) waiting.splice(waiting.indexOf(first), 1)
    return first
  }

  const work = async (entry: Waiting) => {
    const { position, record } = entry
    const tries = progress.begin(lane, position)
    const { error } = await attempt(consumer, [{ position, record }])
    if (error === undefined) {
      progress.end(lane, position)
      return settle(position)
    }
    log(`${consumer.name}: try ${tries} of ${triesMax} failed at ${position}: ${error}`)
    if (tries < triesMax) return void waiting.push({ ...entry, notBefore: Date.now() + backoffMs(tries) })
    const letter = { ...lane, position, record: JSON.stringify(record), tries, error }
    const path = folder.write({ ...letter, diedAt: new Date().toISOString() })
    progress.putDeadLetter({ ...letter, diedAt: new Date().toISOString() })
    progress.end(lane, position)
    settle(position)
    log(`${consumer.name}: GAVE UP on ${position} after ${tries} tries; see ${path}, then: npm run redrive`)
  }

  const begin = (entry: Waiting) => {
    served.set(entry.group, turns++)
    running.set(
      entry.group,
      work(entry).finally(() => {
        running.delete(entry.group)
        if (!waiting.some(({ group }) => group === entry.group)) served.delete(entry.group)
      }),
    )
  }

  let isUnread = false
  let isClosed = false
  const readMore = async (): Promise<number> => {
    if (isClosed || waiting.length >= waitingMax) return 0
    try {
      const entries = await read()
      if (entries === "closed") {
        isClosed = true
        return 0
      }
      if (isUnread) log(`${consumer.name}: reads ${lane.source} again`)
      isUnread = false
      take(entries)
      return entries.length
    } catch (error) {
      if (!isUnread) log(`${consumer.name}: cannot read ${lane.source}: ${error}`)
      isUnread = true
      return 0
    }
  }

  while (!signal.aborted) {
    const found = await readMore()
    for (let entry = next(); entry; entry = next()) begin(entry)
    if (found > 0) continue
    if (isClosed && waiting.length === 0 && running.size === 0) return
    const rest = pause(isUnread ? 10 * idleMs : idleMs, undefined, { signal }).catch(() => undefined)
    await Promise.race([rest, ...(waiting.length > 0 ? running.values() : [])])
  }
  await Promise.all(running.values())
}
