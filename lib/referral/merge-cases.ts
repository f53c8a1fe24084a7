import { type Change, commit, nextOf, seenAs } from "@/lib/audit"
import { caseAfter, caseChange, getCaseRecord, moveAllTips, moveDuplicates, repointSite } from "@/lib/case"
import { DomainError } from "@/lib/kernel/errors"
import { CaseId } from "@/lib/kernel/id"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { referralsOf } from "./find"
import { isEnded } from "./referral"

/**
 * Puts all tips and sites of a case into another, and closes the first without an outcome. What was recorded in it stays
 * there. Cut short, it is done again.
 * @param input.to number or id of the other case
 * @returns the other case
 * @throws {DomainError} conflict `referrals-open`, `case-status`; as `moveTips`
 */
export const mergeCases = verb(
  {
    name: "case.merge",
    by: ["case-officer"],
    input: seenAs({ caseId: CaseId }).extend({
      to: Written({ min: 1, max: 60 }),
      reason: Written({ min: 4, max: 2_000 }),
    }),
  },
  async (ctx, { caseId, version, to, reason }): Promise<CaseId> => {
    const before = await getCaseRecord(caseId)
    const status = await nextOf(
      { file: caseId, version: before.version, seen: version },
      caseAfter(before.status, "close"),
      "case-status",
    )
    if (!(await referralsOf(caseId)).every(isEnded))
      throw new DomainError("conflict", { reason: "referrals-open" })
    const { caseId: mergedInto } = await moveAllTips(ctx, caseId, to, reason)
    await moveDuplicates(caseId, mergedInto)
    // One may have been drafted meanwhile: that changes the case, so that what is read before the check holds with it.
    const emptied = await getCaseRecord(caseId)
    if (!(await referralsOf(caseId)).every(isEnded))
      throw new DomainError("conflict", { reason: "referrals-open" })
    const { sites, campaign } = emptied
    const merged = caseChange(
      emptied,
      { status, closing: null, mergedInto, sites: [] },
      { type: "case.merged", data: { into: mergedInto, reason, sites } },
      sites.map((site) => repointSite(site, campaign, { from: caseId, to: mergedInto })),
    )
    await commit(ctx, merged, ...(await takenOver(mergedInto, { from: caseId, sites, reason })))
    // Listed since they were moved, by who did not know of the merge yet.
    await moveDuplicates(caseId, mergedInto)
    return mergedInto
  },
)

type Taken = { readonly from: CaseId; readonly sites: readonly string[]; readonly reason: string }

/** Sites that no tip named go along at the end; a case that was opened by hand has no others. */
const takenOver = async (into: CaseId, { from, sites, reason }: Taken): Promise<Change[]> => {
  if (sites.length === 0) return []
  const found = await getCaseRecord(into)
  if (!caseAfter(found.status, "join")) throw new DomainError("conflict", { reason: "case-status" })
  const event = { type: "case.tips-taken", data: { tipIds: [], from, reason } } as const
  return [caseChange(found, { sites: [...new Set([...found.sites, ...sites])] }, event)]
}
