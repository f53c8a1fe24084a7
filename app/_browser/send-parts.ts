import type { PartPlan, PartUpload, Upload } from "@/lib/evidence"
import { complete, type Keys, permitParts, Refused, storedParts } from "./api"
import type { Gate } from "./gate"
import { readable, sha256Of, Unreadable } from "./hash"
import { newMeter, type Progress } from "./meter"
import { requireStore, untilAnswered, waitForConnection } from "./retry"
import { NotSent, sendPart } from "./send"

const lanes = 3
const permitsPerRequest = 6
/** How often the store may refuse one part, or what was joined lack one, until it is no accident any more. */
const refusalsMax = 4

type Sending = {
  readonly keys: Keys
  readonly upload: Upload & { readonly parts: PartPlan }
  readonly file: File
  readonly gate: Gate
  readonly tell: (progress: Progress) => void
  /** The line is lost for now. */
  readonly waiting: () => void
}

/**
 * Sends what the store does not have yet of a file, a few parts at a time, however often the line breaks.
 * @throws {Refused} {NotSent} {Unreachable} {Unreadable}
 */
export const sendParts = async (sending: Sending): Promise<void> => {
  let round = 0
  do await sendMissing(sending)
  while (!(await isComplete(sending, round++)))
}

const isComplete = ({ keys, upload, waiting }: Sending, round: number): Promise<boolean> =>
  untilAnswered(() => complete(keys, upload), waiting).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refused && round < refusalsMax) return false
      throw error
    },
  )

/** The last try ended after the last part: completing will tell. */
const noneAwaited = (error: unknown) => {
  if (error instanceof Refused) return undefined
  throw error
}

const sendMissing = async ({ keys, upload, file, gate, tell, waiting }: Sending) => {
  const { count, sizeBytes } = upload.parts
  const stored = await untilAnswered(() => storedParts(keys, upload), waiting).catch(noneAwaited)
  if (!stored) return
  const sent = new Map<number, number>()
  const cut = (number: number) => file.slice((number - 1) * sizeBytes, number * sizeBytes)
  for (const { number } of stored) sent.set(number, cut(number).size)
  const sum = () => [...sent.values()].reduce((all, bytes) => all + bytes, 0)
  const meter = newMeter(file.size, sum())
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((number) => !sent.has(number))
  const ready: PartUpload[] = []
  const refusals = new Map<number, number>()
  let asking: Promise<void> | undefined
  let isOver = false

  const ask = async () => {
    const parts = missing.splice(0, permitsPerRequest).map(async (number) => {
      const sha256 = await sha256Of(cut(number))
      if (!sha256) throw new Unreadable()
      return { number, sha256 }
    })
    const stated = await Promise.all(parts)
    ready.push(...(await untilAnswered(() => permitParts(keys, upload, stated), waiting)))
  }

  const next = async (): Promise<PartUpload | undefined> => {
    for (;;) {
      const permit = ready.shift()
      if (permit || isOver || (missing.length === 0 && !asking)) return permit
      asking ??= ask().finally(() => {
        asking = undefined
      })
      await asking
    }
  }

  const again = async (
    number: number,
    error: unknown,
    signal: AbortSignal,
    tries: number,
    silentTries: number,
  ) => {
    sent.delete(number)
    // Its permission may have ended meanwhile, so it is asked for anew.
    missing.unshift(number)
    if (signal.aborted) return
    const code = error instanceof NotSent ? error.code : undefined
    const refused = (refusals.get(number) ?? 0) + (code ? 1 : 0)
    refusals.set(number, refused)
    if (refused > refusalsMax) throw error
    await readable(cut(number))
    await requireStore(silentTries)
    waiting()
    await waitForConnection(tries)
  }

  const lane = async () => {
    let tries = 0
    let silentTries = 0
    for (let permit = await next(); permit; permit = await next()) {
      await gate.passed()
      const { number } = permit
      const [part, signal] = [cut(number), gate.signal()]
      silentTries += 1
      const heard = (bytes: number) => {
        if (bytes > 0) silentTries = 0
        sent.set(number, Math.min(bytes, part.size))
        tell(meter(sum()))
      }
      try {
        await sendPart(permit, part, signal, heard)
        heard(part.size)
        tries = 0
      } catch (error) {
        await again(number, error, signal, tries++, silentTries)
      }
    }
  }

  try {
    await Promise.all(Array.from({ length: lanes }, lane))
  } finally {
    isOver = true
  }
}
