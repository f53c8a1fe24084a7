export const outboxStates = ["due", "done", "parked"] as const
export type OutboxState = (typeof outboxStates)[number]

/** What a message that goes out carries of its tries. */
export type Tried = {
  /** When it is tried next; when its end came where it is over. */
  readonly dueAt: string
  /** From when its three days count: when it was queued, or sent again by hand. */
  readonly since: string
  readonly attempts: number
  /** Tries since then: the pauses grow with them. */
  readonly tries: number
}

/** What came of one try. */
export type Answer = {
  /** Of the protocol, where the receiver answered at all. */
  readonly status?: number
  /** Why there was no answer, or the try was never made. */
  readonly error?: string
  /** The beginning of what it answered. */
  readonly text?: string
  readonly retryAfterSeconds?: number
}

/** What the sender makes of an answer: it was taken, it may be later, or it never will be. */
export type Verdict = "taken" | "later" | "never"

export type Attempt = Omit<Answer, "retryAfterSeconds"> & {
  readonly number: number
  readonly at: string
  readonly tookMs: number
}

const second = 1_000
const hour = 3_600 * second
const firstPauseMs = 30 * second
const longestPauseMs = 4 * hour
/** So long a receiver may be down without losing anything. */
const patienceMs = 72 * hour
/** A quarter more or less, so that what failed together is not tried together. */
const jitter = 0.25

const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()

/**
 * When to try again after a failure.
 * @param chance from 0 to 1
 * @returns undefined when it is time to give up, after three days
 */
export const nextTry = (
  { since, tries }: Pick<Tried, "since" | "tries">,
  { retryAfterSeconds = 0 }: Pick<Answer, "retryAfterSeconds">,
  now: string,
  chance: number,
): string | undefined => {
  const end = later(since, patienceMs)
  if (now >= end) return undefined
  const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** (tries - 1))
  const asked = Math.min(longestPauseMs, retryAfterSeconds * second)
  const next = later(now, Math.max(pause * (1 - jitter + 2 * jitter * chance), asked))
  return next < end ? next : end
}
