import type { DeadLetterFolder } from "./dead-letters"
import type { Lane, ProgressStore } from "./progress-store"

export type Entry = { readonly position: string; readonly record: unknown }

export type Consumer = {
  readonly name: string
  readonly sizeMax: number
  /** Records that never reach the handler, as a filter on AWS keeps them from it. */
  readonly wants: (record: unknown) => boolean
  /**
   * Calls the handler.
   * @returns how many, counted from the first, are done; the one after them failed
   * @throws whatever the handler throws: then none is done
   */
  readonly call: (entries: readonly Entry[]) => Promise<number>
}

export type Delivery = {
  readonly progress: ProgressStore
  readonly folder: DeadLetterFolder
  readonly triesMax: number
  readonly log: (line: string) => void
}

const errorText = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

export const attempt = async (consumer: Consumer, batch: readonly Entry[]) => {
  try {
    const done = await consumer.call(batch)
    return { done, error: done < batch.length ? "the handler reported a batch item failure" : undefined }
  } catch (error) {
    return { done: 0, error: errorText(error) }
  }
}

/**
 * Delivers one batch from the front of `entries`, and writes down how far it came.
 * @returns how many entries are behind us now, and how often the next one has failed
 */
export const deliver = async (
  { progress, folder, triesMax, log }: Delivery,
  consumer: Consumer,
  lane: Lane,
  entries: readonly Entry[],
): Promise<{ readonly passed: number; readonly tries: number }> => {
  const before = progress.of(lane)
  const careful = before.tries > 0 || before.suspects > 0
  const wanted = entries.flatMap((entry, at) => (consumer.wants(entry.record) ? [{ ...entry, at }] : []))
  const batch = wanted.slice(0, careful ? 1 : consumer.sizeMax)
  const positionAt = (passed: number) => entries[passed - 1]?.position ?? before.position
  const progressAt = (passed: number, tries: number, suspects: number) => {
    const position = positionAt(passed)
    return { tries, suspects, ...(position === undefined ? {} : { position }) }
  }
  const [first] = batch
  if (!first) {
    progress.save(lane, progressAt(entries.length, before.tries, before.suspects))
    return { passed: entries.length, tries: 0 }
  }

  const tries = before.tries + 1
  const suspects = Math.max(before.suspects, batch.length)
  progress.save(lane, { ...before, tries, suspects })
  const { done, error } = await attempt(consumer, batch)

  const failed = batch[done]
  if (!failed) {
    const passed = wanted[batch.length]?.at ?? entries.length
    progress.save(lane, progressAt(passed, 0, careful ? suspects - 1 : 0))
    return { passed, tries: 0 }
  }
  const failures = done === 0 ? tries : 1
  log(`${consumer.name}: try ${failures} of ${triesMax} failed at ${failed.position}: ${error}`)
  if (failures < triesMax) {
    progress.save(lane, progressAt(failed.at, failures, suspects - done))
    return { passed: failed.at, tries: failures }
  }
  const letter = {
    ...lane,
    position: failed.position,
    record: JSON.stringify(failed.record),
    tries: failures,
    error: error ?? "",
    diedAt: new Date().toISOString(),
  }
  const path = folder.write(letter)
  progress.passOver(letter, progressAt(failed.at + 1, 0, suspects - done - 1))
  log(
    `${consumer.name}: GAVE UP on ${failed.position} after ${failures} tries; see ${path}, then: npm run redrive`,
  )
  return { passed: failed.at + 1, tries: 0 }
}
