import { z } from "zod"
import { commit, initialHead, isLostRace } from "@/lib/audit"
import { findAuthority } from "@/lib/authority"
import type { Context } from "@/lib/kernel/context"
import { sha256 } from "@/lib/kernel/crypto"
import { CaseId, EventId, encode, idFrom, ReferralId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { getReferralRecord, isDelivered, type Referral } from "@/lib/referral"
import { put } from "@/lib/store/transact"
import { type Delivery, type DeliveryType, deliveryRow, deliveryTypes } from "./delivery"
import { DeliveryEntity } from "./delivery.entity"
import { messageOf } from "./message"
import { xarfReports } from "./xarf"

/**
 * The same event is told under the same id, however often it is delivered here.
 * @param at which of several reports
 */
const idOf = (eventId: EventId, at?: number) => {
  const told = at === undefined ? `delivery ${eventId}` : `delivery ${eventId} ${at}`
  return idFrom("dlv", encode(Buffer.from(sha256(told), "hex")).slice(0, 16))
}

/**
 * Notes what an authority's own system is to be told. Where it had none when it happened, or the referral never came to
 * its inbox, there is nothing to tell. Done twice, it changes nothing.
 */
export const queueDelivery = verb(
  {
    name: "delivery.queue",
    by: ["system"],
    input: z.object({
      caseId: CaseId,
      referralId: ReferralId,
      eventId: EventId,
      at: z.iso.datetime(),
      type: z.enum(deliveryTypes),
    }),
  },
  async (ctx, { caseId, referralId, eventId, at, type }): Promise<void> => {
    const referral = await getReferralRecord(caseId, referralId)
    const { authorityId, site, siteName, demo } = referral
    const channel = (await findAuthority(authorityId))?.channel
    if (!isDelivered(referral) || !channel || at < channel.since) return
    const messages =
      channel.format === "xarf"
        ? await reportsOf(type, eventId, referral)
        : [{ deliveryId: idOf(eventId), body: await messageOf(type, idOf(eventId), at, referral) }]
    for (const { deliveryId, body } of messages)
      await queueOne(ctx, {
        deliveryId,
        referralId,
        caseId,
        authorityId,
        type,
        state: "due",
        body,
        queuedAt: ctx.now,
        since: ctx.now,
        dueAt: ctx.now,
        attempts: 0,
        tries: 0,
        site,
        siteName,
        demo,
        ...initialHead,
      })
  },
)

/** A host is told each address once. That a referral is overdue or withdrawn is no report of the format. */
const reportsOf = async (type: DeliveryType, eventId: EventId, referral: Referral) =>
  type === "referral.delivered"
    ? (await xarfReports(referral)).map((body, at) => ({ deliveryId: idOf(eventId, at), body }))
    : []

const queueOne = async (ctx: Context, delivery: Delivery): Promise<void> => {
  const { referralId, deliveryId, authorityId, type } = delivery
  try {
    await commit(ctx, {
      file: referralId,
      subject: deliveryId,
      from: initialHead,
      event: { type: "delivery.queued", data: { referralId, authorityId, type } },
      record: (next) => put(DeliveryEntity.create({ ...delivery, ...next, row: deliveryRow(delivery) })),
    })
  } catch (error) {
    if (!isLostRace(error)) throw error
  }
}
