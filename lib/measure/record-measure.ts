import { z } from "zod"
import { type Change, commit, type Head, initialHead, type NewEvent } from "@/lib/audit"
import { type Context, personRefOf } from "@/lib/kernel/context"
import { DomainError, invalid, isDomainError } from "@/lib/kernel/errors"
import { CaseId, MeasureId } from "@/lib/kernel/id"
import { clipped, Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { put, update, type Write } from "@/lib/store/transact"
import { counts } from "./bounds"
import { getMeasureRecord, measuresOf } from "./find"
import { type Measure, MeasureInput, reversalId, said } from "./measure"
import { MeasureEntity } from "./measure.entity"
import { preparedMeasure } from "./prepare-measure"

/**
 * Records an enforcement measure in the ledger; the running figure of its campaign follows by a reaction.
 * An agency officer, or an authority's program, records under a referral of the own authority that was acknowledged.
 * It names a document, or says why there is none. In a closed case it says why it comes late.
 * @throws {DomainError} conflict `case-status` for a closed case without a reason, `referral-status`; invalid
 * `in-future`, `outside-campaign`, `document-or-reason`, `recorded-otherwise`, `not-an-option` for another case's site
 */
export const recordMeasure = verb(
  { name: "measure.record", by: ["case-officer", "agency-officer", "agency"], input: MeasureInput },
  async (ctx, input): Promise<Measure> => storeMeasure(ctx, await preparedMeasure(ctx, input), input.key),
)

/**
 * Writes a new entry. Not a verb: the verb that records it has authorised and checked it.
 * @param key the entry's own: written before, what it says must be the same
 * @throws {DomainError} invalid `recorded-otherwise`
 */
export const storeMeasure = async (ctx: Context, measure: Measure, key?: string): Promise<Measure> => {
  try {
    const { category, site, document, noDocument, lateReason } = measure
    const data = { ...countedIn(measure), category, site, document, noDocument, lateReason }
    await commit(ctx, entry(measure, { type: "measure.recorded", data }))
    return measure
  } catch (error) {
    if (!key || !isDomainError(error) || error.code !== "conflict") throw error
    return sameAsStored(measure, await getMeasureRecord(measure.caseId, measure.measureId))
  }
}

/** @throws {DomainError} invalid `recorded-otherwise`, where the same form was sent with other content before */
const sameAsStored = (sent: Measure, stored: Measure): Measure => {
  if (said(sent) === said(stored)) return stored
  const { metric, quantity, takenOn } = stored
  throw invalid(["quantity"], "recorded-otherwise", { metric, quantity, takenOn })
}

/**
 * Takes a mistaken measure back by an entry that names it. Both stay.
 * @throws {DomainError} not-found; conflict with the last change, when it was reversed before; conflict
 * `measure-is-reversal`, `measure-not-counting`
 */
export const reverseMeasure = verb(
  {
    name: "measure.reverse",
    by: ["case-officer"],
    input: z.object({
      caseId: CaseId,
      measureId: MeasureId,
      reason: Written({ min: 5, max: 1_000 }),
    }),
  },
  async (ctx, { caseId, measureId, reason }): Promise<Measure> =>
    reverse(ctx, await getMeasureRecord(caseId, measureId), reason),
)

/**
 * Takes back what still counts of the measures against one site of a case. Done twice, it changes nothing. Not a verb: the
 * verb that decides has authorised it.
 * @returns the measures that were taken back
 */
export const reverseMeasuresOf = async (
  ctx: Context,
  { caseId, site, reason }: { readonly caseId: CaseId; readonly site: string; readonly reason: string },
): Promise<MeasureId[]> => {
  const all = await measuresOf(caseId)
  const reversed = new Set(all.map(({ reverses }) => reverses))
  const wrong = all.filter(
    (one) => one.site === site && !one.reverses && !reversed.has(one.measureId) && counts(one),
  )
  for (const one of wrong) await reverse(ctx, one, clipped(reason, 1_000))
  return wrong.map(({ measureId }) => measureId)
}

const reverse = async (ctx: Context, mistaken: Measure, reason: string): Promise<Measure> => {
  const { caseId, measureId } = mistaken
  if (mistaken.reverses) throw new DomainError("conflict", { reason: "measure-is-reversal" })
  if (!counts(mistaken)) throw new DomainError("conflict", { reason: "measure-not-counting" })
  const { referralId, authorityId, category, site, campaign, metric, takenOn, demo } = mistaken
  const reversal: Measure = {
    measureId: reversalId(measureId),
    caseId,
    referralId,
    authorityId,
    category,
    site,
    campaign,
    metric,
    takenOn,
    demo,
    quantity: -mistaken.quantity,
    recordedAt: ctx.now,
    recordedBy: personRefOf(ctx),
    note: reason,
    reverses: measureId,
  }
  const data = { ...countedIn(reversal), reverses: measureId }
  await commit(ctx, entry(reversal, { type: "measure.reversed", data }))
  return reversal
}

const countedIn = ({ campaign, metric, quantity }: Measure) => ({ campaign, metric, quantity })

const entry = (measure: Measure, event: NewEvent): Change => ({
  file: measure.caseId,
  subject: measure.measureId,
  from: initialHead,
  event,
  record: (next) => put(MeasureEntity.create({ ...measure, ...next })),
})

/** Marks an entry as counted, on condition that it was not: the guard of "exactly once". */
export const markCounted = (
  { caseId, measureId }: Pick<Measure, "caseId" | "measureId">,
  now: string,
  next: Head,
): Write =>
  update(
    MeasureEntity.patch({ caseId, measureId })
      .set({ countedAt: now, ...next })
      .where(({ countedAt }, { notExists }) => notExists(countedAt)),
  )
