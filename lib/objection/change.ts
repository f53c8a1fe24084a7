import { commit, type NewEvent } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { update, type Write } from "@/lib/store/transact"
import { type Objection, objectionRow } from "./objection"
import { ObjectionEntity } from "./objection.entity"

type Patch = Partial<
  Pick<Objection, "status" | "answer" | "answeredAt" | "wording" | "decidedAt" | "decidedBy">
>

/**
 * Changes an objection and records why.
 * @throws {DomainError} conflict with the last change, when it has moved on since it was read
 */
export const changeObjection = (
  ctx: Context,
  before: Objection,
  patch: Patch,
  event: NewEvent,
  also: readonly Write[] = [],
) =>
  commit(ctx, {
    file: before.objectionId,
    subject: before.objectionId,
    from: before,
    event,
    record: (next) =>
      update(
        ObjectionEntity.patch({ objectionId: before.objectionId })
          .set({ ...patch, ...next, row: objectionRow({ ...before, ...patch }) })
          .composite({ receivedAt: before.receivedAt })
          .where(({ version }, { eq }) => eq(version, before.version)),
      ),
    also,
  })
