import type { CaseId, TipId } from "@/lib/kernel/id"
import { put, remove, transact } from "@/lib/store/transact"
import { findTip } from "@/lib/tip"
import { DuplicateEntity } from "./duplicate.entity"
import { type CaseTip, caseTipsOf, getStandingCase } from "./find"

/** A tip to be read in a case: one that belongs to it, or one that tells again what such a tip told. */
export type HeardTip = CaseTip & { readonly duplicateOf?: TipId | CaseId }

/** Of one original: more than people mark one by one. */
const readMax = 200
const together = 50

const isCase = (of: TipId | CaseId): of is CaseId => of.startsWith("cas_")

const putEntry = (of: TipId | CaseId, tipId: TipId, markedAt: string) =>
  put(DuplicateEntity.put({ of, tipId, markedAt }))

/**
 * Lists a tip that is about to be marked among the duplicates of its original. Alone it makes it none: readers follow an
 * entry only where the tip says the same (docs/decisions/0097).
 * @param markedAt when the tip will be decided
 */
export const listDuplicate = async (of: TipId | CaseId, tipId: TipId, markedAt: string): Promise<void> => {
  await transact([putEntry(of, tipId, markedAt)])
  if (!isCase(of)) return
  // What a merge has moved just before did not hold this entry.
  const { caseId } = await getStandingCase(of)
  if (caseId !== of) await listDuplicate(caseId, tipId, markedAt)
}

/** The tips that were marked as duplicates of a tip or a case, each followed by its own. */
export const duplicatesOf = async (of: TipId | CaseId): Promise<HeardTip[]> => {
  const { data } = await DuplicateEntity.query.original({ of }).go({ limit: readMax, consistent: true })
  const isMarked = await Promise.all(data.map(({ tipId, markedAt }) => isMarkedAs(of, tipId, markedAt)))
  const direct = data
    .filter((_, at) => isMarked[at])
    .toSorted((a, b) => (a.markedAt < b.markedAt ? -1 : 1))
    .map(({ tipId, markedAt }): HeardTip => ({ tipId, joinedAt: markedAt, duplicateOf: of }))
  // An original may have been marked itself since, of an earlier one: no circle can come of that.
  return withDuplicates(direct)
}

/** Whether what an entry says became true and still is: marking it may have failed, or it was reopened since. */
const isMarkedAs = async (of: TipId | CaseId, tipId: TipId, markedAt: string) => {
  const tip = await findTip(tipId)
  if (tip?.status !== "duplicate" || (tip.decidedAt ?? markedAt) !== markedAt) return false
  // The entry of a case's duplicate moves when the case is merged into another.
  return tip.duplicateOf === of || isCase(of)
}

/** Each of these tips, followed by those that tell the same again. */
export const withDuplicates = async (tips: readonly HeardTip[]): Promise<HeardTip[]> => {
  const heard: HeardTip[] = []
  for (let first = 0; first < tips.length; first += together) {
    const some = tips.slice(first, first + together)
    const duplicates = await Promise.all(some.map(({ tipId }) => duplicatesOf(tipId)))
    heard.push(...some.flatMap((tip, at) => [tip, ...(duplicates[at] ?? [])]))
  }
  return heard
}

/**
 * The tips that say something about a case, duplicates included, each behind the one that it repeats. Not a verb: the
 * verb that asks has authorised the read.
 * @param tipsMax of the case's own tips, the first so many: each costs a read of its duplicates
 */
export const heardTipsOf = async (
  caseId: CaseId,
  tipsMax = Number.POSITIVE_INFINITY,
): Promise<HeardTip[]> => [
  ...(await withDuplicates((await caseTipsOf(caseId)).slice(0, tipsMax))),
  ...(await duplicatesOf(caseId)),
]

/** Has the duplicates of one case be those of another. Cut short, it is done again. */
export const moveDuplicates = async (from: CaseId, to: CaseId): Promise<void> => {
  const { data } = await DuplicateEntity.query.original({ of: from }).go({ pages: "all", consistent: true })
  for (const { tipId, markedAt } of data)
    await transact([putEntry(to, tipId, markedAt), remove(DuplicateEntity.delete({ of: from, tipId }))])
}
