import type { DeadLetterFolder } from "./dead-letters"
import type { Consumer } from "./deliver"
import type { DeadLetter, ProgressStore } from "./progress-store"

/**
 * Tries each dead letter once more, one at a time and oldest first.
 * @returns how many ended well and how many are dead still
 */
export const redriveDeadLetters = async (
  progress: ProgressStore,
  folder: DeadLetterFolder,
  consumers: readonly Consumer[],
  log: (line: string) => void,
) => {
  const count = { delivered: 0, dead: 0 }
  for (const letter of progress.deadLetters()) {
    const error = await tryAgain(letter, consumers)
    if (error === undefined) {
      progress.removeDeadLetter(letter)
      folder.remove(letter)
      count.delivered += 1
      log(`${letter.consumer}: delivered ${letter.position}`)
    } else {
      const still = { ...letter, tries: letter.tries + 1, error, diedAt: new Date().toISOString() }
      folder.write(still)
      progress.putDeadLetter(still)
      count.dead += 1
      log(`${letter.consumer}: ${letter.position} failed again: ${error}`)
    }
  }
  return count
}

const tryAgain = async (letter: DeadLetter, consumers: readonly Consumer[]) => {
  const consumer = consumers.find(({ name }) => name === letter.consumer)
  if (!consumer) return `no consumer is called ${letter.consumer} any more`
  try {
    const done = await consumer.call([{ position: letter.position, record: JSON.parse(letter.record) }])
    return done === 1 ? undefined : "the handler reported a batch item failure"
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
