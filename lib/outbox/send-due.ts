import { isLostRace } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { log } from "@/lib/kernel/log"
import { ConditionFailed, transact, type Write } from "@/lib/store/transact"
import { type MessageKey, putAttempt } from "./attempts"
import { type Answer, nextTry, type Tried, type Verdict } from "./tries"

/** How many lanes are worked through at once; within each, one message goes after the other. */
const lanesAtOnce = 8
/** What goes out of one lane within one run of the schedule; the rest goes with the next. */
const perLaneMax = 100
/** After so many failures in a row a lane is left alone until the next run. */
const failuresMax = 2
/** A run begins no try after this, so that it is over before the next. */
const runMsMax = 35_000
/** A try that died with its process is made again after this. */
const leaseMs = 60_000

/**
 * What goes to one receiver, or by one server: a lane that fails holds up no other. `Key` names a message.
 */
export type Lane<Key, Message extends Tried> = {
  /** What is due in it, the first due first. */
  readonly due: (limit: number) => Promise<readonly Key[]>
  /** A message as it stands now; undefined where it is not due any more. */
  readonly find: (key: Key) => Promise<Message | undefined>
  /** Fails where another run has moved it since it was read. */
  readonly move: (message: Message, to: Tried) => { readonly moved: Message; readonly write: Write }
  readonly send: (message: Message) => Promise<Answer & { readonly verdict: Verdict }>
  /** Where its tries are kept. */
  readonly at: (message: Message) => MessageKey
  /** How long they are; for good where it is not said. */
  readonly daysKept?: number
  /** Writes that a message was taken, or was given up. */
  readonly end: (message: Message, how: Ended) => Promise<void>
}
export type Ended = {
  readonly state: "done" | "parked"
  /** Whether it was given up because it never will be taken. */
  readonly isFinal: boolean
  readonly answer: Answer
  /** Of the try that ended it; written with the end. */
  readonly kept: Write
}

type Outcome = "done" | "postponed" | "parked"
export type Sent = Readonly<Record<Outcome, number>>

/** Sends what is due in each lane, at least once. */
export const sendDue = async <Key, Message extends Tried>(
  ctx: Context,
  lanes: readonly Lane<Key, Message>[],
): Promise<Sent> => {
  const sent = { done: 0, postponed: 0, parked: 0 }
  const endsAt = Date.now() + runMsMax
  const waiting = [...lanes]
  const worker = async () => {
    for (let lane = waiting.pop(); lane; lane = waiting.pop())
      for await (const outcome of sendLane(ctx, lane, endsAt)) sent[outcome] += 1
  }
  await Promise.all(Array.from({ length: lanesAtOnce }, worker))
  return sent
}

async function* sendLane<Key, Message extends Tried>(
  ctx: Context,
  lane: Lane<Key, Message>,
  endsAt: number,
): AsyncGenerator<Outcome> {
  let failures = 0
  for (const key of await lane.due(perLaneMax)) {
    if (failures >= failuresMax || Date.now() > endsAt) return
    const outcome = await sendOne(ctx, lane, key)
    if (!outcome) continue
    failures = outcome === "done" ? 0 : failures + 1
    yield outcome
  }
}

/** @returns undefined where somebody else has it in hand */
const sendOne = async <Key, Message extends Tried>(
  ctx: Context,
  lane: Lane<Key, Message>,
  key: Key,
): Promise<Outcome | undefined> => {
  const found = await lane.find(key)
  const claimed = found && (await claim(ctx, lane, found))
  if (!claimed) return undefined
  const begun = Date.now()
  const { verdict, retryAfterSeconds, ...said } = await answerTo(lane, claimed)
  const at = lane.at(claimed)
  const kept = putAttempt(
    at,
    { number: claimed.attempts, at: ctx.now, tookMs: Date.now() - begun, ...said },
    lane.daysKept && Math.ceil(Date.parse(ctx.now) / 1_000) + lane.daysKept * 86_400,
  )
  const again =
    verdict === "later" ? nextTry(claimed, { retryAfterSeconds }, ctx.now, Math.random()) : undefined
  try {
    if (again) {
      await transact([lane.move(claimed, { ...triedOf(claimed), dueAt: again }).write, kept])
      return "postponed"
    }
    const state = verdict === "taken" ? "done" : "parked"
    await lane.end(claimed, { state, isFinal: verdict === "never", answer: said, kept })
    return state
  } catch (error) {
    if (!isLostRace(error) && !(error instanceof ConditionFailed)) throw error
    // It changed meanwhile, or a second run took it over, as this one's time was over.
    log.warn(at, "a message that goes out was changed meanwhile")
    await transact([kept])
    return undefined
  }
}

/** What could not even be sent is to be mended here, and holds up nothing else. */
const answerTo = async <Message extends Tried>(
  lane: Pick<Lane<never, Message>, "send" | "at">,
  message: Message,
): Promise<Answer & { readonly verdict: Verdict }> => {
  try {
    return await lane.send(message)
  } catch (error) {
    log.error({ ...lane.at(message), err: error }, "a message could not be sent")
    return { verdict: "later", error: "not-sent" }
  }
}

const triedOf = ({ dueAt, since, attempts, tries }: Tried): Tried => ({ dueAt, since, attempts, tries })

const claim = async <Key, Message extends Tried>(
  ctx: Context,
  lane: Lane<Key, Message>,
  found: Message,
): Promise<Message | undefined> => {
  const { moved, write } = lane.move(found, {
    dueAt: new Date(Date.parse(ctx.now) + leaseMs).toISOString(),
    since: found.since,
    attempts: found.attempts + 1,
    tries: found.tries + 1,
  })
  try {
    await transact([write])
    return moved
  } catch (error) {
    if (error instanceof ConditionFailed) return undefined
    throw error
  }
}
