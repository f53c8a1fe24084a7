import { put, type Write } from "@/lib/store/transact"
import { AttemptEntity } from "./attempt.entity"
import type { Attempt } from "./tries"

/** Which message: the partition of the table it lies in, and its id there. */
export type MessageKey = { readonly partition: string; readonly messageId: string }

/** @param expiresAt epoch seconds; without it the try is kept for good */
export const putAttempt = (key: MessageKey, attempt: Attempt, expiresAt?: number): Write =>
  put(AttemptEntity.create({ ...key, ...attempt, expiresAt }))

/** Every try of a message, the first one first. Not a verb. */
export const listAttempts = async (key: MessageKey): Promise<readonly Attempt[]> => {
  const { data } = await AttemptEntity.query.message(key).go({ pages: "all" })
  return data.map(({ number, at, tookMs, status, error, text }) => ({
    number,
    at,
    tookMs,
    status,
    error,
    text,
  }))
}
