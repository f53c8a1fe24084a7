import { z } from "zod"
import { invalid } from "@/lib/kernel/errors"
import { idFrom } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { tipIdOf } from "@/lib/reporter"
import { decideTip, findTip, getClaimedTip, Seen, type Tip } from "@/lib/tip"
import { listDuplicate } from "./duplicates"
import { getStandingCase } from "./find"
import { caseCalled } from "./find-called"
import { isCaseNumber } from "./number"

/**
 * Marks a tip as told before, by an earlier tip or in a case. The reporter learns that it is known, not by whom.
 * Only an earlier tip can be the one that told it, so that no two tips are each the other's duplicate.
 * @param input.of the number or id of a tip or of a case
 * @param input.isMeant although it is about another site
 * @throws {DomainError} invalid `duplicate-unknown`, `duplicate-of-duplicate`, `duplicate-of-later`,
 * `duplicate-other-site` unless that is meant
 * @throws {DomainError} conflict `tip-not-yours`, unless the caller holds the claim; conflict with the last change
 */
export const markDuplicate = verb(
  {
    name: "tip.markDuplicate",
    by: ["moderator"],
    input: Seen.extend({ of: z.string().trim().min(1).max(60), isMeant: z.boolean().default(false) }),
  },
  async (ctx, { tipId, version, of, isMeant }): Promise<Tip> => {
    const { tip, status } = await getClaimedTip(ctx, { tipId, version }, "mark-duplicate")
    const { id: duplicateOf, sites } = (await knownCase(of)) ?? (await tipBefore(tip, of))
    if (!isMeant && !sites.some((site) => tip.sites.includes(site)))
      throw invalid(["of"], "duplicate-other-site", { site: sites[0] ?? "" })
    await listDuplicate(duplicateOf, tipId, ctx.now)
    const event = { type: "tip.marked-duplicate", data: { duplicateOf } } as const
    return decideTip(ctx, tip, { status, duplicateOf }, event)
  },
)

/** @returns undefined for what can be no case's number or id */
const knownCase = async (typed: string) => {
  if (!isCaseNumber(typed) && !typed.startsWith("cas_")) return undefined
  const found = await caseCalled(typed)
  if (!found) throw invalid(["of"], "duplicate-unknown")
  const { caseId, sites } = await getStandingCase(found.caseId)
  return { id: caseId, sites }
}

const tipBefore = async (tip: Tip, typed: string) => {
  const original = await findTip(tipIdOf(typed.replace(/^tip_/, "")) ?? idFrom("tip", "none"))
  if (!original) throw invalid(["of"], "duplicate-unknown")
  if (original.status === "duplicate") throw invalid(["of"], "duplicate-of-duplicate")
  const isEarlier =
    original.receivedAt < tip.receivedAt ||
    (original.receivedAt === tip.receivedAt && original.tipId < tip.tipId)
  if (!isEarlier) throw invalid(["of"], "duplicate-of-later")
  return { id: original.tipId, sites: original.sites }
}
