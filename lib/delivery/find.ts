import { DomainError } from "@/lib/kernel/errors"
import type { DeliveryId, ReferralId } from "@/lib/kernel/id"
import type { MessageKey } from "@/lib/outbox"
import type { Delivery } from "./delivery"
import { DeliveryEntity } from "./delivery.entity"

/** @throws {DomainError} not-found */
export const getDeliveryRecord = async (
  referralId: ReferralId,
  deliveryId: DeliveryId,
): Promise<Delivery> => {
  const { data } = await DeliveryEntity.get({ referralId, deliveryId }).go({ consistent: true })
  if (!data) throw new DomainError("not-found", { reason: "delivery" })
  return data
}

/** Where the tries of a delivery lie. */
export const attemptsOf = ({
  referralId,
  deliveryId,
}: Pick<Delivery, "referralId" | "deliveryId">): MessageKey => ({
  partition: referralId,
  messageId: deliveryId,
})
