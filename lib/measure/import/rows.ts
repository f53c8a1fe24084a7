import { z } from "zod"
import { type Authority, authorityRecords } from "@/lib/authority"
import { metrics } from "@/lib/campaign"
import { type Case, caseCalled } from "@/lib/case"
import { hasRole } from "@/lib/kernel/actor"
import { type Context, personOf } from "@/lib/kernel/context"
import { sha256 } from "@/lib/kernel/crypto"
import { dayFrom } from "@/lib/kernel/day"
import { type DomainError, invalid, isDomainError } from "@/lib/kernel/errors"
import type { AuthorityId, ReferralId } from "@/lib/kernel/id"
import { parse } from "@/lib/kernel/parse"
import { numberFrom } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { measuresOf } from "@/lib/measure/find"
import { type Measure, MeasureInput, said } from "@/lib/measure/measure"
import { preparedMeasure } from "@/lib/measure/prepare-measure"
import { storeMeasure } from "@/lib/measure/record-measure"
import { isActedOn, referralsOf } from "@/lib/referral"

/** Rows of one table, and how many of them are recorded in one call. */
export const measureRowsMax = 1_000
export const measuresAtOnceMax = 25

const { site, document, noDocument, lateReason, note, quantity } = MeasureInput.shape

/** A row as a table holds it: all of it text, as people write it. */
const Row = z.object({
  /** Its number, or its id. */
  case: z.string().trim().min(1).max(60),
  metric: z.enum(metrics),
  quantity: z.string().transform(numberFrom).pipe(quantity),
  takenOn: z.string().transform(dayFrom).pipe(z.iso.date()),
  /** The authority that took it, by its id or its name in either language. */
  authority: z.string().trim().max(200).optional(),
  site,
  document,
  noDocument,
  lateReason,
  note,
})

export type MeasureOutcome =
  | {
      /** Recorded by this call or, in a trial, what would be. */
      readonly status: "recorded"
      readonly measure: Measure
    }
  | {
      /** Stands in the ledger, or in a row before, word by word. */
      readonly status: "exists"
      readonly measure: Measure
    }
  | { readonly status: "refused"; readonly why: DomainError }

/** Says for each row of a table what recording it would do; nothing is written. */
export const checkMeasureRows = verb(
  {
    name: "measure.checkRows",
    by: ["case-officer", "agency-officer"],
    input: z.object({ rows: z.array(z.unknown()).min(1).max(measureRowsMax) }),
  },
  (ctx, { rows }) => outcomes(ctx, rows, async () => undefined),
)

/**
 * Records the rows of a table, each by itself. An entry is known by what it says, so that the same row again, from the
 * same file or another, changes nothing: also after it was reversed.
 */
export const recordMeasureRows = verb(
  {
    name: "measure.recordRows",
    by: ["case-officer", "agency-officer"],
    input: z.object({ rows: z.array(z.unknown()).min(1).max(measuresAtOnceMax) }),
  },
  (ctx, { rows }) => outcomes(ctx, rows, (measure, key) => storeMeasure(ctx, measure, key)),
)

const outcomes = async (
  ctx: Context,
  rows: readonly unknown[],
  store: (measure: Measure, key: string) => Promise<unknown>,
): Promise<MeasureOutcome[]> => {
  const authorities = await authorityRecords()
  /** What stands in each case, the rows before among it. */
  const standing = new Map<string, Map<string, Measure>>()
  const results: MeasureOutcome[] = []
  for (const row of rows)
    try {
      const { measure, key } = await measureOf(ctx, row, authorities)
      const { caseId } = measure
      const known =
        standing.get(caseId) ?? new Map((await measuresOf(caseId)).map((one) => [said(one), one] as const))
      standing.set(caseId, known)
      const before = known.get(said(measure))
      if (before) {
        results.push({ status: "exists", measure: before })
        continue
      }
      await store(measure, key)
      known.set(said(measure), measure)
      results.push({ status: "recorded", measure })
    } catch (error) {
      if (!isDomainError(error) || error.code === "unavailable") throw error
      results.push({ status: "refused", why: error })
    }
  return results
}

const measureOf = async (ctx: Context, row: unknown, authorities: readonly Authority[]) => {
  const { case: called, authority, ...rest } = parse(Row, row)
  const found = await caseCalled(called)
  if (!found) throw invalid(["case"], "case-unknown")
  const referralId = await referralFor(ctx, found, authority, authorities)
  const input = { ...rest, caseId: found.caseId, referralId }
  const key = sha256(`${found.caseId} ${said(input)}`).slice(0, 16)
  return { measure: await preparedMeasure(ctx, { ...input, key }), key }
}

/** The latest referral on which the authority acts; none where the copyright administration took the measure itself. */
const referralFor = async (
  ctx: Context,
  { caseId }: Case,
  named: string | undefined,
  authorities: readonly Authority[],
): Promise<ReferralId | undefined> => {
  const isOfficer = hasRole(ctx.actor, "case-officer")
  const own = isOfficer ? undefined : personOf(ctx).authorityId
  const authorityId = named ? authorityCalled(named, authorities) : own
  if (isOfficer && !authorityId) return undefined
  if (!authorityId || (!isOfficer && authorityId !== own)) throw invalid(["authority"], "not-an-option")
  const acted = (await referralsOf(caseId)).filter((one) => one.authorityId === authorityId && isActedOn(one))
  const latest = acted.at(-1)
  // To another authority a case of which it knows nothing is none.
  if (!latest)
    throw isOfficer ? invalid(["authority"], "authority-not-acting") : invalid(["case"], "case-unknown")
  return latest.referralId
}

/** @throws {DomainError} invalid `authority-unknown` */
const authorityCalled = (named: string, authorities: readonly Authority[]): AuthorityId => {
  const found = authorities.find(
    ({ authorityId, name }) => authorityId === named || name.zh === named || name.en === named,
  )
  if (!found) throw invalid(["authority"], "authority-unknown")
  return found.authorityId
}
