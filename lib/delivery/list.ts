import { z } from "zod"
import { authorityRecords } from "@/lib/authority"
import { AuthorityId, ReferralId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { type Attempt, listAttempts, outboxStates } from "@/lib/outbox"
import { cursorOf, type Page, pageOf, pageSize } from "@/lib/store/page"
import type { Delivery, DeliveryRow } from "./delivery"
import { DeliveryEntity } from "./delivery.entity"
import { attemptsOf } from "./find"
import { reportIn } from "./host-report"

const overseers = ["case-officer", "auditor", "administrator"] as const

export type DeliveryFile = Pick<
  Delivery,
  "deliveryId" | "referralId" | "type" | "state" | "queuedAt" | "dueAt" | "answered"
> & {
  /** Of one address, to a host. */
  readonly report?: { readonly reportId: string; readonly url: string }
  /** Every try, the first one first. */
  readonly attempts: readonly Attempt[]
}

/** What an authority's system was, or is to be, told of a referral, with every try. */
export const listReferralDeliveries = verb(
  { name: "delivery.listOfReferral", by: overseers, input: z.object({ referralId: ReferralId }) },
  async (_ctx, { referralId }): Promise<DeliveryFile[]> => {
    const { data } = await DeliveryEntity.query.referral({ referralId }).go({ pages: "all" })
    const files = data.map(async ({ deliveryId, type, state, queuedAt, dueAt, answered, body }) => {
      const attempts = await listAttempts(attemptsOf({ referralId, deliveryId }))
      const report = reportIn({ body })
      return { deliveryId, referralId, type, state, queuedAt, dueAt, answered, report, attempts }
    })
    return (await Promise.all(files)).toSorted((a, b) => (a.queuedAt < b.queuedAt ? -1 : 1))
  },
)

/** One page of what is due to an authority's system, was taken by it, or was given up; the first due comes first. */
export const listDeliveries = verb(
  {
    name: "delivery.list",
    by: overseers,
    input: z.object({
      authorityId: AuthorityId,
      state: z.enum(outboxStates),
      cursor: cursorOf("dlv").optional(),
    }),
  },
  async (_ctx, { authorityId, state, cursor }): Promise<Page<DeliveryRow>> => {
    const query = DeliveryEntity.query.authority({ authorityId, state })
    const { data } = await (cursor ? query.gt({ dueAt: cursor.at, deliveryId: cursor.id }) : query).go({
      limit: pageSize + 1,
    })
    return pageOf(
      data.map(({ row }) => row),
      ({ dueAt, deliveryId }) => ({ at: dueAt, id: deliveryId }),
    )
  },
)

const countedMax = 100

/** How much was given up, by authority; absent where nothing was. More than a hundred are a hundred. */
export const countParked = verb(
  { name: "delivery.countParked", by: overseers, input: z.object({}) },
  async (): Promise<ReadonlyMap<AuthorityId, number>> => {
    const counts = await Promise.all(
      (await authorityRecords()).map(async ({ authorityId }) => {
        const { data } = await DeliveryEntity.query
          .authority({ authorityId, state: "parked" })
          .go({ limit: countedMax })
        return [authorityId, data.length] as const
      }),
    )
    return new Map(counts.filter(([, count]) => count > 0))
  },
)
