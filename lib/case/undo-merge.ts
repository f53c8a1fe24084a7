import { type Change, commit, eventsOf, isLostRace, nextOf, seenAs } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { CaseId, type TipId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { caseAfter } from "./case"
import { caseChange, repointSite } from "./change"
import { getCaseRecord } from "./find"
import { mergedAtOnce, move, recordsOf } from "./regroup"

/**
 * Takes a merge back: the tips that it moved and that are still in the other case return with their sites, and the case
 * is open again. What the other case took in since stays there, duplicates of the case as a whole too. Cut short, it is
 * done again.
 * @returns the case that they were in
 * @throws {DomainError} conflict with the last change; conflict `case-not-merged`; conflict `case-status`, where the other
 * case is closed
 */
export const undoMerge = verb(
  {
    name: "case.undoMerge",
    by: ["case-officer"],
    input: seenAs({ caseId: CaseId }).extend({ reason: Written({ min: 10, max: 2_000 }) }),
  },
  async (ctx, { caseId, version, reason }): Promise<CaseId> => {
    const merged = await getCaseRecord(caseId)
    const { mergedInto } = merged
    if (!mergedInto) throw new DomainError("conflict", { reason: "case-not-merged" })
    const at = { file: caseId, version: merged.version, seen: version }
    const status = await nextOf(at, caseAfter(merged.status, "reopen"), "case-status")
    const { tipIds, sites } = await takenBy(caseId, mergedInto)
    await moveBack(ctx, { caseId, mergedInto, tipIds, reason })
    await retry(async () => {
      const [own, other] = await Promise.all([getCaseRecord(caseId), getCaseRecord(mergedInto)])
      // Somebody else was faster.
      if (own.mergedInto !== mergedInto) throw new DomainError("conflict", { reason: "case-not-merged" })
      const back = sites.filter((site) => other.sites.includes(site) && !own.sites.includes(site))
      const reopened = caseChange(
        own,
        { status, mergedInto: null, sites: [...own.sites, ...back] },
        { type: "case.merge-undone", data: { from: mergedInto, reason } },
        back.map((site) => repointSite(site, own.campaign, { from: mergedInto, to: caseId })),
      )
      const left: Change[] =
        back.length === 0
          ? []
          : [
              caseChange(
                other,
                { sites: other.sites.filter((site) => !back.includes(site)) },
                { type: "case.tips-moved", data: { tipIds: [], to: caseId, reason } },
              ),
            ]
      await commit(ctx, reopened, ...left)
    }, isLostRace)
    return mergedInto
  },
)

/** What the latest merge put into the other case: the moves right before it, for its reason, and the sites at its end. */
const takenBy = async (caseId: CaseId, into: CaseId) => {
  const own = (await eventsOf(caseId))
    .filter(({ subject }) => subject === caseId)
    .toSorted((a, b) => b.seq - a.seq)
  const at = own.findIndex(({ type }) => type === "case.merged")
  const merge = own[at]
  if (merge?.type !== "case.merged") return { tipIds: [], sites: [] }
  const tipIds: TipId[] = []
  for (const event of own.slice(at + 1)) {
    if (event.type !== "case.tips-moved" || event.data.to !== into || event.data.reason !== merge.data.reason)
      break
    tipIds.push(...event.data.tipIds)
  }
  return { tipIds, sites: merge.data.sites ?? [] }
}

type Back = {
  readonly caseId: CaseId
  readonly mergedInto: CaseId
  readonly tipIds: readonly TipId[]
  readonly reason: string
}

const moveBack = async (ctx: Context, { caseId, mergedInto, tipIds, reason }: Back): Promise<void> => {
  for (let first = 0; first < tipIds.length; first += mergedAtOnce)
    await retry(async () => {
      const [from, to] = await Promise.all([getCaseRecord(mergedInto), getCaseRecord(caseId)])
      if (!caseAfter(from.status, "join")) throw new DomainError("conflict", { reason: "case-status" })
      const tips = await recordsOf(tipIds.slice(first, first + mergedAtOnce))
      const moving = tips.filter((tip) => tip.caseId === mergedInto).map(({ tipId }) => tipId)
      if (moving.length > 0) await move(ctx, { from, to, number: undefined, tipIds: moving, reason })
    }, isLostRace)
}
