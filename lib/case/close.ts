import { z } from "zod"
import { commit, conflictAt } from "@/lib/audit"
import { personOf } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { type CaseAct, caseAfter, outcomes } from "./case"
import { caseChange, freeSite } from "./change"
import { getCaseRecord } from "./find"

const Seen = z.object({ caseId: z.string(), version: z.int() })

/** Proposes to close a case with an outcome; a second person confirms. A new proposal replaces the last. */
export const proposeClosing = verb(
  {
    name: "case.proposeClosing",
    by: ["case-officer"],
    input: Seen.extend({ outcome: z.enum(outcomes), note: z.string().trim().max(2_000).optional() }),
  },
  async (ctx, { caseId, version, outcome, note }): Promise<void> => {
    const { id, name } = personOf(ctx)
    const { found } = await seen(caseId, version, "propose-closing")
    const closing = { outcome, ...(note ? { note } : {}), by: { id, name } }
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
  async (ctx, { caseId, version }): Promise<void> => {
    const { id } = personOf(ctx)
    const { found, status } = await seen(caseId, version, "close")
    if (!found.closing) throw new DomainError("conflict", { reason: "closing-not-proposed" })
    if (found.closing.by.id === id) throw new DomainError("forbidden", { reason: "second-person" })
    const { outcome } = found.closing
    await commit(
      ctx,
      caseChange(
        found,
        { status, outcome },
        { type: "case.closed", data: { outcome } },
        found.sites.map((site) => freeSite(site, found.campaign, caseId)),
      ),
    )
  },
)

const seen = async (caseId: string, version: number, act: CaseAct) => {
  const found = await getCaseRecord(caseId)
  if (found.version !== version) throw await conflictAt(caseId, caseId)
  const status = caseAfter(found.status, act)
  if (!status) throw new DomainError("conflict", { reason: "case-status" })
  return { found, status }
}
