import { setTimeout as pause } from "node:timers/promises"

/**
 * Works on many, so many at a time.
 * @param perSecond how many begin in a second at most, whether those before have ended or not
 */
export const each = async <Item>(
  atOnce: number,
  items: Iterable<Item>,
  work: (item: Item) => Promise<void>,
  perSecond = Number.POSITIVE_INFINITY,
) => {
  const left = items[Symbol.iterator]()
  let next = Date.now()
  const turn = () => {
    const wait = next - Date.now()
    next = Math.max(next, Date.now()) + 1_000 / perSecond
    return wait > 0 ? pause(wait) : undefined
  }
  const worker = async () => {
    for (let one = left.next(); !one.done; one = left.next()) {
      await turn()
      await work(one.value)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
