import { z } from "zod"
import { commit } from "@/lib/audit"
import { type AuthorityRecord, authorityRecords } from "@/lib/authority"
import type { Context } from "@/lib/kernel/context"
import { verb } from "@/lib/kernel/verb"
import { type Answer, type Ended, type Lane, type Sent, sendDue, type Verdict } from "@/lib/outbox"
import { callReceiver } from "./call-receiver"
import { deliveryChange, movedDelivery } from "./change"
import type { Delivery, DeliveryRow } from "./delivery"
import { DeliveryEntity } from "./delivery.entity"
import { attemptsOf, getDeliveryRecord } from "./find"
import { signedHeaders } from "./message"

/** Tells each authority's system what it is due, at least once. */
export const sendDeliveries = verb(
  { name: "delivery.sendDue", by: ["system"], input: z.object({}) },
  async (ctx): Promise<Sent> =>
    sendDue(
      ctx,
      (await authorityRecords()).map((authority) => laneTo(ctx, authority)),
    ),
)

const laneTo = (ctx: Context, authority: AuthorityRecord): Lane<DeliveryRow, Delivery> => ({
  due: async (limit) => {
    const { data } = await DeliveryEntity.query
      .authority({ authorityId: authority.authorityId, state: "due" })
      .lte({ dueAt: ctx.now })
      .go({ limit })
    return data.map(({ row }) => row)
  },
  find: async ({ referralId, deliveryId }) => {
    const found = await getDeliveryRecord(referralId, deliveryId)
    return found.state === "due" && found.dueAt <= ctx.now ? found : undefined
  },
  move: (delivery, to) => ({ moved: { ...delivery, ...to }, write: movedDelivery(delivery, to) }),
  send: (delivery) => tell(authority, delivery),
  at: attemptsOf,
  end: (delivery, how) => end(ctx, delivery, how),
})

const gone = 410

/** Any status of success counts as taken; a receiver that is gone will never take anything again. */
export const verdictOf = ({ status = 0 }: Pick<Answer, "status">): Verdict => {
  if (status >= 200 && status < 300) return "taken"
  return status === gone ? "never" : "later"
}

const tell = async (authority: AuthorityRecord, { deliveryId, body }: Delivery) => {
  if (!authority.channel) return { error: "no-webhook", verdict: "never" } as const
  const headers = signedHeaders(authority, deliveryId, body)
  const answer = await callReceiver({ url: authority.channel.url, headers, body })
  return { ...answer, verdict: verdictOf(answer) }
}

const end = async (ctx: Context, delivery: Delivery, { state, answer, kept }: Ended): Promise<void> => {
  const { attempts: attempt } = delivery
  const { status = 0, error } = answer
  await commit(
    ctx,
    deliveryChange(
      delivery,
      { state, dueAt: ctx.now },
      state === "done"
        ? { type: "delivery.done", data: { attempt, status } }
        : { type: "delivery.parked", data: { attempt, because: error ?? String(status) } },
      [kept],
    ),
  )
}
