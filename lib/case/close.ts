import { z } from "zod"
import { commit, nextOf, seenAs } from "@/lib/audit"
import { personRefOf, requireSecondPerson } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { CaseId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { type CaseAct, caseAfter, outcomes } from "./case"
import { caseChange, freeSite } from "./change"
import { getCaseRecord } from "./find"

const Seen = seenAs({ caseId: CaseId })
type Seen = z.infer<typeof Seen>

/** Proposes to close a case with an outcome; a second person confirms. A new proposal replaces the last. */
export const proposeClosing = verb(
  {
    name: "case.proposeClosing",
    by: ["case-officer"],
    input: Seen.extend({ outcome: z.enum(outcomes), note: z.string().trim().max(2_000).optional() }),
  },
  async (ctx, { caseId, version, outcome, note }): Promise<void> => {
    const { found } = await getSeenCase({ caseId, version }, "propose-closing")
    const closing = { outcome, note, by: personRefOf(ctx) }
    await commit(
      ctx,
      caseChange(found, { closing }, { type: "case.closing-proposed", data: { outcome, note } }),
    )
  },
)

/**
 * Closes a case as proposed, and frees its sites for new ones.
 * @throws {DomainError} forbidden `second-person` for who proposed it; conflict `closing-not-proposed`
 */
export const confirmClosing = verb(
  { name: "case.confirmClosing", by: ["case-officer"], input: Seen },
  async (ctx, seen): Promise<void> => {
    const { found, status } = await getSeenCase(seen, "close")
    if (!found.closing) throw new DomainError("conflict", { reason: "closing-not-proposed" })
    requireSecondPerson(ctx, found.closing.by)
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

const getSeenCase = async ({ caseId, version: seen }: Seen, act: CaseAct) => {
  const found = await getCaseRecord(caseId)
  const { version, status } = found
  return {
    found,
    status: await nextOf({ file: caseId, version, seen }, caseAfter(status, act), "case-status"),
  }
}
