import { commit, isLostRace } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import type { CaseId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import {
  changeTip,
  getSeenTip,
  getTipRecord,
  Seen,
  type StoredTip,
  type Tip,
  type TipStatus,
  tipChange,
} from "@/lib/tip"
import { caseChange, freeSite, unlinkTip } from "./change"
import { caseTipsOf, getCaseRecord } from "./find"

/**
 * Takes a decision back and puts the tip into the queue again, for a reason that stays on record. A tip that was
 * accepted leaves its case, and the sites that came with it alone are free for another case; the case itself stays,
 * also without tips, and its officers see in its history what has left.
 * @throws {DomainError} conflict `tip-status`; conflict with the last change
 */
export const reopenTip = verb(
  {
    name: "tip.reopen",
    by: ["moderator"],
    input: Seen.extend({ reason: Written({ min: 4, max: 2_000 }) }),
  },
  async (ctx, { tipId, version, reason }): Promise<Tip> => {
    const { tip, status } = await getSeenTip({ tipId, version }, "reopen")
    if (tip.status === "accepted" && tip.caseId) return leave(ctx, tip, tip.caseId, { status, reason })
    return changeTip(ctx, tip, { ...undecided, status }, { type: "tip.reopened", data: { reason } })
  },
)

/** A tip that waits again was neither declined nor accepted nor known before. */
const undecided = {
  declined: null,
  duplicateOf: null,
  acceptedFor: null,
  decidedAt: null,
  decidedBy: null,
} as const

type Reopening = { readonly status: TipStatus; readonly reason: string }

/** The case may change meanwhile, for it has other tips; the tip may not. */
const leave = (ctx: Context, tip: StoredTip, caseId: CaseId, { status, reason }: Reopening): Promise<Tip> =>
  retry(async () => {
    const [found, tips] = await Promise.all([getCaseRecord(caseId), caseTipsOf(caseId)])
    const others = tips.filter(({ tipId }) => tipId !== tip.tipId)
    const freed = await sitesOfAlone(
      tip,
      others.map(({ tipId }) => tipId),
    )
    const patch = {
      tipCount: Math.max(found.tipCount - 1, 0),
      sites: found.sites.filter((site) => !freed.includes(site)),
    }
    const [, written] = await commit(
      ctx,
      caseChange(found, patch, { type: "case.tip-left", data: { tipId: tip.tipId } }, [
        unlinkTip(caseId, tip.tipId),
        ...freed.map((site) => freeSite(site, found.campaign, caseId)),
      ]),
      tipChange(
        tip,
        { ...undecided, status, caseId: null },
        { type: "tip.reopened", data: { reason, leftCase: caseId } },
      ),
    )
    return { ...(await getTipRecord(tip.tipId)), head: written?.hash ?? "" }
  }, isLostRace)

/** The sites of a tip that no other tip of its case names. The last tip's stay: the case is about them. */
const sitesOfAlone = async (tip: Tip, others: readonly Tip["tipId"][]): Promise<string[]> => {
  if (others.length === 0) return []
  const named = new Set<string>()
  for (let first = 0; first < others.length; first += together) {
    const tips = await Promise.all(others.slice(first, first + together).map(getTipRecord))
    for (const site of tips.flatMap(({ sites }) => sites)) named.add(site)
  }
  return tip.sites.filter((site) => !named.has(site))
}

const together = 50
