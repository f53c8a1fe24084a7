import type { DeadLetterFolder } from "./dead-letters"
import type { ProgressStore } from "./progress-store"

export type Entry = { readonly position: string; readonly record: unknown }

export type Consumer = {
  readonly name: string
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
