import { z } from "zod"
import { commit } from "@/lib/audit"
import { personRefOf, requireApprover } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { CaseId, MeasureId } from "@/lib/kernel/id"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { update } from "@/lib/store/transact"
import { awaitsSecond } from "./bounds"
import { getStoredMeasure } from "./find"
import type { Measure } from "./measure"
import { MeasureEntity } from "./measure.entity"

/** What an entry says never changes, so that no version of it needs to be named. */
const Ids = z.object({ caseId: CaseId, measureId: MeasureId })
type Ids = z.infer<typeof Ids>

/**
 * The second person's yes to an entry beyond its metric's bound. It counts from now on.
 * @throws {DomainError} unauthenticated `sign-in-again`; forbidden `second-person` for who recorded it; conflict `measure-not-awaited`; conflict
 */
export const confirmMeasure = verb(
  { name: "measure.confirm", by: ["case-officer"], input: Ids },
  async (ctx, ids): Promise<void> => {
    const measure = await getAwaited(ids)
    requireApprover(ctx, measure.recordedBy)
    await commit(ctx, {
      file: ids.caseId,
      subject: ids.measureId,
      from: measure,
      event: { type: "measure.confirmed", data: { quantity: measure.quantity } },
      record: (next) => changed(measure, { ...next, confirmedAt: ctx.now, confirmedBy: personRefOf(ctx) }),
    })
  },
)

/** Says that an entry beyond its metric's bound is a mistake. It stays in the ledger and never counts. */
export const refuseMeasure = verb(
  {
    name: "measure.refuse",
    by: ["case-officer"],
    input: Ids.extend({ reason: Written({ min: 5, max: 1_000 }) }),
  },
  async (ctx, { reason, ...ids }): Promise<void> => {
    const measure = await getAwaited(ids)
    await commit(ctx, {
      file: ids.caseId,
      subject: ids.measureId,
      from: measure,
      event: { type: "measure.refused", data: { reason } },
      record: (next) => changed(measure, { ...next, refusedAt: ctx.now, refusedReason: reason }),
    })
  },
)

type Stored = Awaited<ReturnType<typeof getStoredMeasure>>

const getAwaited = async ({ caseId, measureId }: Ids): Promise<Stored> => {
  const measure = await getStoredMeasure(caseId, measureId)
  if (!awaitsSecond(measure)) throw new DomainError("conflict", { reason: "measure-not-awaited" })
  return measure
}

const changed = (
  { caseId, measureId, version }: Stored,
  patch: Partial<Measure> & { readonly version: number; readonly head: string },
) =>
  update(
    MeasureEntity.patch({ caseId, measureId })
      .set(patch)
      .where((stored, { eq }) => eq(stored.version, version)),
  )
