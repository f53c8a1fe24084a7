import { z } from "zod"
import { commit, nextOf, seenAs } from "@/lib/audit"
import { type CaseAct, caseAfter, caseChange, freeSite, getCaseRecord, outcomes, pointSite } from "@/lib/case"
import { personRefOf, requireApprover } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { CaseId } from "@/lib/kernel/id"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { ConditionFailed } from "@/lib/store/transact"
import { referralsOf } from "./find"
import { isEnded } from "./referral"

const Seen = seenAs({ caseId: CaseId })
type Seen = z.infer<typeof Seen>

/**
 * Proposes to close a case with an outcome; a second person confirms. A new proposal replaces the last.
 * @param input.sites those of the case's sites that the closing puts on the confirmed list; none of a case without ground
 * @throws {DomainError} invalid `not-an-option` for a site that the case does not have
 */
export const proposeClosing = verb(
  {
    name: "case.proposeClosing",
    by: ["case-officer"],
    input: Seen.extend({
      outcome: z.enum(outcomes),
      note: z.string().trim().max(2_000).optional(),
      sites: z.array(z.string()).max(1_000).default([]),
    }),
  },
  async (ctx, { caseId, version, outcome, note, sites: chosen }): Promise<void> => {
    const { found } = await getSeenCase({ caseId, version }, "propose-closing")
    if (!chosen.every((site) => found.sites.includes(site))) throw invalid(["sites"], "not-an-option")
    const sites = outcome === "unfounded" ? [] : chosen
    const closing = { outcome, note, sites, by: personRefOf(ctx) }
    await commit(
      ctx,
      caseChange(found, { closing }, { type: "case.closing-proposed", data: { outcome, note, sites } }),
    )
  },
)

/**
 * Closes a case as proposed, and frees its sites for new ones. Every referral must have come to its end before.
 * @throws {DomainError} unauthenticated `sign-in-again`; forbidden `second-person` for who proposed it; conflict `closing-not-proposed`,
 * `referrals-open`
 */
export const confirmClosing = verb(
  { name: "case.confirmClosing", by: ["case-officer"], input: Seen },
  async (ctx, seen): Promise<void> => {
    const { found, status } = await getSeenCase(seen, "close")
    if (!found.closing) throw new DomainError("conflict", { reason: "closing-not-proposed" })
    requireApprover(ctx, found.closing.by)
    if (!(await referralsOf(seen.caseId)).every(isEnded))
      throw new DomainError("conflict", { reason: "referrals-open" })
    const { outcome } = found.closing
    await commit(
      ctx,
      caseChange(
        found,
        { status, outcome },
        { type: "case.closed", data: { outcome } },
        found.sites.map((site) => freeSite(site, found.campaign, found.caseId)),
      ),
    )
  },
)

/**
 * Opens a closed case again. New tips on its sites join it from then on.
 * @throws {DomainError} conflict `site-in-other-case` where a site has an open case by now
 */
export const reopenCase = verb(
  {
    name: "case.reopen",
    by: ["case-officer"],
    input: Seen.extend({ reason: Written({ min: 10, max: 2_000 }) }),
  },
  async (ctx, { reason, ...seen }): Promise<void> => {
    const { found, status } = await getSeenCase(seen, "reopen")
    const { sites, campaign, caseId } = found
    try {
      await commit(
        ctx,
        caseChange(
          found,
          { status, closing: null, outcome: null, mergedInto: null },
          { type: "case.reopened", data: { reason } },
          sites.map((site) => pointSite(site, campaign, caseId)),
        ),
      )
    } catch (error) {
      if (error instanceof ConditionFailed)
        throw new DomainError("conflict", { reason: "site-in-other-case" })
      throw error
    }
  },
)

const getSeenCase = async ({ caseId, version: seen }: Seen, act: CaseAct) => {
  const found = await getCaseRecord(caseId)
  const { version, status } = found
  return {
    found,
    status: await nextOf({ file: caseId, version, seen }, caseAfter(status, act), "case-status"),
  }
}
