import { z } from "zod"
import { commit, initialHead } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { DomainError, isDomainError } from "@/lib/kernel/errors"
import { AskedSlug, type CaseId, newId, TipId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import { clipped } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { ConditionFailed } from "@/lib/store/transact"
import { type StoredTip, type Tip, tipChange } from "@/lib/tip"
import { type Case, caseAfter } from "./case"
import { caseChange, linkTip, pointSite, putCase } from "./change"
import { getCaseRecord, getTipWithCases } from "./find"
import { nextCaseNumber, pointNumber } from "./number"

/** Where a tip is, and whether its reporter left a contact. */
type Placed = { readonly caseId: CaseId; readonly hasContact: boolean }

const OpenCase = z.object({
  tipId: TipId,
  campaign: AskedSlug,
  /** That the event of its acceptance names. */
  sites: z.array(z.string()).readonly().default([]),
})

/**
 * Puts an accepted tip into the open case of its site, or opens one. Done twice, the second changes nothing: a tip
 * that has a case keeps it, and a site points to one open case at most.
 * @returns the case, and whether somebody can be told of it; undefined when the tip is no longer accepted
 * @throws {DomainError} conflict, when others kept changing the case; the event will come again
 */
export const openCase = verb(
  { name: "case.open", by: ["system"], input: OpenCase },
  async (ctx, { tipId, campaign, sites }): Promise<Placed | undefined> => {
    let number: string | undefined
    const numberOnce = async () => {
      number ??= await nextCaseNumber(ctx.now)
      return number
    }
    const tryOnce = async () => {
      const { tip, openCaseOf } = await getTipWithCases(tipId, sites, campaign)
      const { caseId, hasContact } = tip
      if (caseId) return { caseId, hasContact }
      // It may have been taken back and accepted for another campaign since.
      const isStill = tip.status === "accepted" && (tip.acceptedFor ?? campaign) === campaign
      return isStill
        ? { caseId: await placeTip(ctx, { tip, campaign, openCaseOf, numberOnce }), hasContact }
        : undefined
    }
    try {
      return await retry(tryOnce, isOvertaken)
    } catch (error) {
      throw isOvertaken(error) ? new DomainError("conflict") : error
    }
  },
)

/** Others changed the tip, changed or closed its case, or opened one for its site. */
const isOvertaken = (error: unknown) =>
  error instanceof ConditionFailed || (isDomainError(error) && error.code === "conflict")

type Placing = {
  readonly tip: StoredTip
  readonly campaign: string
  readonly openCaseOf: (site: string) => Promise<CaseId | undefined>
  readonly numberOnce: () => Promise<string>
}

const placeTip = async (ctx: Context, { tip, campaign, openCaseOf, numberOnce }: Placing) => {
  const known = await Promise.all(tip.sites.map(async (site) => ({ site, caseId: await openCaseOf(site) })))
  const newSites = known.filter(({ caseId }) => !caseId).map(({ site }) => site)
  const caseId = known.find((one) => one.caseId)?.caseId
  return caseId
    ? join(ctx, tip, await getCaseRecord(caseId), newSites)
    : open(ctx, tip, { campaign, sites: newSites, number: await numberOnce() })
}

const join = async (ctx: Context, tip: StoredTip, found: Case, newSites: readonly string[]) => {
  const { caseId, campaign } = found
  const status = caseAfter(found.status, "join")
  if (!status) throw new DomainError("conflict", { reason: "case-status" })
  const patch = { tipCount: found.tipCount + 1, sites: [...found.sites, ...newSites] }
  await commit(
    ctx,
    caseChange(found, patch, { type: "case.tip-joined", data: { tipId: tip.tipId } }, [
      linkTip(caseId, tip.tipId, ctx.now),
      ...newSites.map((site) => pointSite(site, campaign, caseId)),
    ]),
    tipChange(tip, { caseId }, { type: "tip.joined-case", data: { caseId } }),
  )
  return caseId
}

const open = async (
  ctx: Context,
  tip: StoredTip,
  { campaign, sites, number }: Required<Pick<Case, "campaign" | "sites" | "number">>,
) => {
  const opened: Case = {
    caseId: newId("cas"),
    number,
    status: "open",
    site: tip.sites[0] ?? "",
    siteName: nameIn(tip),
    sites,
    campaign,
    tipCount: 1,
    openedAt: ctx.now,
    demo: tip.demo,
    ...initialHead,
  }
  const { caseId } = opened
  await commit(
    ctx,
    {
      file: caseId,
      subject: caseId,
      from: initialHead,
      event: { type: "case.opened", data: { tipId: tip.tipId, campaign, sites } },
      record: (next) => putCase(opened, next),
      also: [
        pointNumber(number, caseId),
        linkTip(caseId, tip.tipId, ctx.now),
        ...sites.map((site) => pointSite(site, campaign, caseId)),
      ],
    },
    tipChange(tip, { caseId }, { type: "tip.joined-case", data: { caseId } }),
  )
  return caseId
}

const nameLengthMax = 120

/** An app, a shop or an account is told by its name; its site is a code that tells people nothing. */
const nameIn = ({ targets, sites }: Tip) => {
  const named = targets.find(({ kind, site }) => kind === "name" && site === sites[0])
  return named && clipped(named.text, nameLengthMax)
}
