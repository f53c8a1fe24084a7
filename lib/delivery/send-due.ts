import { z } from "zod"
import { commit, isLostRace } from "@/lib/audit"
import { type AuthorityRecord, authorityRecords } from "@/lib/authority"
import type { Context } from "@/lib/kernel/context"
import { log } from "@/lib/kernel/log"
import { verb } from "@/lib/kernel/verb"
import { ConditionFailed, transact, type Write } from "@/lib/store/transact"
import { callReceiver, tryMsMax } from "./call-receiver"
import { deliveryChange, movedDelivery, putAttempt } from "./change"
import { type Answer, type Delivery, type DeliveryRow, isTaken, nextTry } from "./delivery"
import { DeliveryEntity } from "./delivery.entity"
import { getDeliveryRecord } from "./find"
import { signedHeaders } from "./message"

/** How many authorities are told things at once; each is told one after the other. */
const authoritiesAtOnce = 8
/** What one authority is told within one run of the schedule; the rest goes with the next. */
const perAuthorityMax = 50
/** After so many failures in a row an authority is left alone until the next run. */
const failuresMax = 2
/** A run begins no try after this, so that it is over before the next. */
const runMsMax = 35_000
/** A try that died with its process is made again after this. */
const leaseMs = 4 * tryMsMax

type Outcome = "done" | "postponed" | "parked"
export type SentDeliveries = Readonly<Record<Outcome, number>>

/**
 * Tells each authority's system what it is due, at least once. One that is slow or down holds up no other.
 */
export const sendDeliveries = verb(
  { name: "delivery.sendDue", by: ["system"], input: z.object({}) },
  async (ctx): Promise<SentDeliveries> => {
    const sent = { done: 0, postponed: 0, parked: 0 }
    const endsAt = Date.now() + runMsMax
    const waiting = await authorityRecords()
    const worker = async () => {
      for (let authority = waiting.pop(); authority; authority = waiting.pop())
        for await (const outcome of sendTo(ctx, authority, endsAt)) sent[outcome] += 1
    }
    await Promise.all(Array.from({ length: authoritiesAtOnce }, worker))
    return sent
  },
)

async function* sendTo(ctx: Context, authority: AuthorityRecord, endsAt: number): AsyncGenerator<Outcome> {
  const { data } = await DeliveryEntity.query
    .authority({ authorityId: authority.authorityId, state: "due" })
    .lte({ dueAt: ctx.now })
    .go({ limit: perAuthorityMax })
  let failures = 0
  for (const { row } of data) {
    if (failures >= failuresMax || Date.now() > endsAt) return
    const outcome = await sendOne(ctx, authority, row)
    if (!outcome) continue
    failures = outcome === "done" ? 0 : failures + 1
    yield outcome
  }
}

/** @returns undefined where somebody else has it in hand */
const sendOne = async (
  ctx: Context,
  authority: AuthorityRecord,
  { referralId, deliveryId }: DeliveryRow,
): Promise<Outcome | undefined> => {
  const found = await getDeliveryRecord(referralId, deliveryId)
  if (found.state !== "due" || found.dueAt > ctx.now) return undefined
  const claimed = await claim(ctx, found)
  if (!claimed) return undefined
  const begun = Date.now()
  const answer = await answerOf(authority, claimed)
  const { retryAfterSeconds: _, ...said } = answer
  const kept = putAttempt(claimed, {
    number: claimed.attempts,
    at: ctx.now,
    tookMs: Date.now() - begun,
    ...said,
  })
  try {
    return await settle(ctx, claimed, answer, kept)
  } catch (error) {
    if (!isLostRace(error) && !(error instanceof ConditionFailed)) throw error
    // A second run took it over, as this one's time was over.
    log.warn({ deliveryId }, "a delivery was taken over")
    await transact([kept])
    return undefined
  }
}

const claim = async (ctx: Context, found: Delivery): Promise<Delivery | undefined> => {
  const patch = {
    dueAt: new Date(Date.parse(ctx.now) + leaseMs).toISOString(),
    attempts: found.attempts + 1,
    tries: found.tries + 1,
  }
  try {
    await transact([movedDelivery(found, patch)])
    return { ...found, ...patch }
  } catch (error) {
    if (error instanceof ConditionFailed) return undefined
    throw error
  }
}

const answerOf = async (authority: AuthorityRecord, { deliveryId, body }: Delivery): Promise<Answer> =>
  authority.channel
    ? callReceiver({ url: authority.channel.url, headers: signedHeaders(authority, deliveryId, body), body })
    : { error: "no-webhook" }

const settle = async (ctx: Context, tried: Delivery, answer: Answer, kept: Write): Promise<Outcome> => {
  const { attempts: attempt } = tried
  if (isTaken(answer)) {
    const event = { type: "delivery.done", data: { attempt, status: answer.status ?? 0 } } as const
    await commit(ctx, deliveryChange(tried, { state: "done", dueAt: ctx.now }, event, [kept]))
    return "done"
  }
  const dueAt = answer.error === "no-webhook" ? undefined : nextTry(tried, answer, ctx.now, Math.random())
  if (dueAt) {
    await transact([movedDelivery(tried, { dueAt }), kept])
    return "postponed"
  }
  const because = answer.error ?? String(answer.status)
  const event = { type: "delivery.parked", data: { attempt, because } } as const
  await commit(ctx, deliveryChange(tried, { state: "parked", dueAt: ctx.now }, event, [kept]))
  return "parked"
}
