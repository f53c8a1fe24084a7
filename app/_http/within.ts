import { DomainError } from "@/lib/kernel/errors"

const retryAfterSeconds = 5

/**
 * Waits for an answer no longer than `ms`: who waits for a store that is silent is told so while they still sit there.
 * What was begun is not ended by it.
 * @throws {DomainError} unavailable `reason`, when it takes longer
 */
export const within = async <Answer>(
  ms: number,
  answer: Promise<Answer>,
  reason?: "outcome-unknown",
): Promise<Answer> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DomainError("unavailable", { reason, retryAfterSeconds })), ms)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
    // Too late, it is nobody's failure any more.
    answer.catch(() => undefined)
  }
}
