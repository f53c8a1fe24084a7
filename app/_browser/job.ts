import { announce, complete, discard, type Keys, Refused } from "./api"
import { newGate } from "./gate"
import { hashOf } from "./hash"
import { untilAnswered } from "./retry"
import type { Row } from "./row"
import { sendForm } from "./send"
import { sendParts } from "./send-parts"

/** One file on its way, until it is sent, fails, or is taken back. */
export type Job = { readonly file: File; readonly row: Row; readonly stop: AbortController }

/** @throws the signal's reason, once it is aborted, and leaves `work` to itself */
const unlessStopped = (work: Promise<void>, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })

/**
 * Sends one file; taken back meanwhile, it is taken back at the portal too.
 * @throws {Refused} {NotSent} {Unreachable} {Unreadable}
 */
export const sendFile = async (keys: Keys, hasher: string, job: Job): Promise<"sent" | "discarded"> => {
  const { file, row, stop } = job
  const { signal } = stop
  if (signal.aborted) return "discarded"
  let evidenceId: string | undefined
  try {
    row.begun()
    const sha256 = await hashOf(file, hasher, row.reading, signal)
    const upload = await untilAnswered(() => announce(keys, file, sha256), row.waiting)
    evidenceId = upload.evidenceId
    signal.throwIfAborted()
    row.sending()
    const sending = { keys, upload, file, tell: row.progress, waiting: row.waiting, signal }
    const { parts } = upload
    if (parts && sha256) {
      const gate = newGate()
      signal.addEventListener("abort", gate.shut, { once: true })
      row.offerPause(gate)
      await unlessStopped(sendParts({ ...sending, upload: { ...upload, parts }, gate }), signal)
    } else {
      const renew = async () => {
        // Without a hash the portal cannot know that it is the same file: the first slot is given back.
        if (!sha256) await untilAnswered(() => discard(keys, upload.evidenceId), row.waiting)
        return untilAnswered(() => announce(keys, file, sha256), row.waiting)
      }
      const sent = await sendForm({ ...sending, renew })
      await untilAnswered(() => complete(keys, sent), row.waiting)
    }
    return "sent"
  } catch (error) {
    if (!signal.aborted) throw error
    if (evidenceId) await takeBack(keys, evidenceId)
    return "discarded"
  }
}

/** @returns the portal's words, where the file had come already */
export const takeBack = (keys: Keys, evidenceId: string): Promise<string | undefined> =>
  untilAnswered(
    () => discard(keys, evidenceId),
    () => {},
  ).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof Refused) return error.message
      throw error
    },
  )
