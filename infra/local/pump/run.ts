import { setTimeout as pause } from "node:timers/promises"
import { type Consumer, type Delivery, deliver, type Entry } from "./deliver"
import type { Lane } from "./progress-store"

const idleMs = 200
const backoffMs = (failures: number) => Math.min(100 * 2 ** failures, 30_000)

/** Ends when `signal` is aborted, after the call in flight, or when the reader says that nothing will follow. */
export const runLane = async (
  delivery: Delivery,
  consumer: Consumer,
  lane: Lane,
  read: () => Promise<readonly Entry[] | "closed">,
  signal: AbortSignal,
): Promise<void> => {
  const rest = (ms: number) => pause(ms, undefined, { signal }).catch(() => undefined)
  let entries: readonly Entry[] = []
  let unread = 0
  while (!signal.aborted) {
    if (entries.length === 0) {
      try {
        const page = await read()
        if (page === "closed") return
        if (unread > 0) delivery.log(`${consumer.name}: reads ${lane.source} again`)
        unread = 0
        entries = page
      } catch (error) {
        if (unread === 0) delivery.log(`${consumer.name}: cannot read ${lane.source}: ${error}`)
        unread += 1
        await rest(Math.min(backoffMs(unread), 2_000))
        continue
      }
      if (entries.length === 0) {
        await rest(idleMs)
        continue
      }
    }
    const { passed, tries } = await deliver(delivery, consumer, lane, entries)
    entries = entries.slice(passed)
    if (tries > 0) await rest(backoffMs(tries))
  }
}
