import type { Change, NewEvent } from "@/lib/audit"
import { update, type Write } from "@/lib/store/transact"
import { type Delivery, deliveryRow } from "./delivery"
import { DeliveryEntity } from "./delivery.entity"

type DeliveryPatch = Partial<Pick<Delivery, "state" | "since" | "dueAt" | "attempts" | "tries" | "answered">>

const patched = (before: Delivery, patch: DeliveryPatch, head: Partial<Delivery> = {}) => {
  const after = { ...before, ...patch }
  const { referralId, deliveryId } = before
  return (
    DeliveryEntity.patch({ referralId, deliveryId })
      .set({ ...patch, ...head, row: deliveryRow(after) })
      .composite({
        authorityId: before.authorityId,
        ...(patch.state ? {} : { state: before.state }),
        ...(patch.dueAt ? {} : { dueAt: before.dueAt }),
      })
      // Whoever tried it meanwhile has the say.
      .where(
        ({ version, attempts }, { eq }) =>
          `${eq(version, before.version)} AND ${eq(attempts, before.attempts)}`,
      )
  )
}

/** A delivery that is tried, or is to be tried later: no event, as the tries are kept themselves. */
export const movedDelivery = (before: Delivery, patch: DeliveryPatch): Write => update(patched(before, patch))

/** A delivery that came to an end, or to a new beginning, as one part of a commit. */
export const deliveryChange = (
  before: Delivery,
  patch: DeliveryPatch,
  event: NewEvent,
  also: readonly Write[] = [],
): Change => ({
  file: before.referralId,
  subject: before.deliveryId,
  from: before,
  event,
  record: (next) => update(patched(before, patch, next)),
  also,
})
