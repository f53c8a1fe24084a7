import { z } from "zod"
import { type Change, commit, initialHead, isLostRace, nextOf, seenAs } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { CaseId, newId, TipId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import { Written } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { ConditionFailed, type Write } from "@/lib/store/transact"
import { getTipRecord, type StoredTip, type Tip, tipChange } from "@/lib/tip"
import { type Case, caseAfter } from "./case"
import { caseChange, linkTip, pointSite, putCase, repointSite, unlinkTip } from "./change"
import { caseTipsOf, getCaseRecord } from "./find"
import { caseCalled } from "./find-called"
import { nextCaseNumber, pointNumber } from "./number"
import { siteFor } from "./site-for"

/** Tips that move together: each is four writes of the hundred that one transaction may have. */
export const movedAtOnceMax = 15
const sitesAtOnceMax = 30
/** Fewer, so that there is room for the sites that are left in the end. */
export const mergedAtOnce = 5
const sitesMergedMax = 70

const Reason = Written({ min: 4, max: 2_000 })
const Seen = seenAs({ caseId: CaseId })

/**
 * Moves tips of a case into another open case of the same campaign, or into a new one. The sites that they alone name go
 * with them. Their reporters read on in the other case.
 * @param input.to number or id of the other case; empty for a new one
 * @returns the other case
 * @throws {DomainError} conflict with the last change; conflict `case-status` where either is closed; invalid
 * `case-unknown`, `same-case`, `other-campaign`, `tip-not-in-case`, `too-many` where too many sites would move at once
 */
export const moveTips = verb(
  {
    name: "case.moveTips",
    by: ["case-officer"],
    input: Seen.extend({
      tipIds: z.array(TipId).min(1).max(movedAtOnceMax),
      to: z.string().trim().max(60),
      reason: Reason,
    }),
  },
  async (ctx, { caseId, version, tipIds, to: called, reason }): Promise<CaseId> => {
    const from = await getCaseRecord(caseId)
    await nextOf(
      { file: caseId, version: from.version, seen: version },
      caseAfter(from.status, "join"),
      "case-status",
    )
    const to = called === "" ? undefined : await otherCase(from, called)
    const number = to ? undefined : await nextCaseNumber(ctx.now)
    return move(ctx, { from, to, number, tipIds, reason })
  },
)

/**
 * Moves every tip of a case into another, a few at a time. Cut short, it is simply done again.
 * @throws {DomainError} as `moveTips`
 */
export const moveAllTips = async (
  ctx: Context,
  caseId: CaseId,
  called: string,
  reason: string,
): Promise<Case> => {
  const first = await getCaseRecord(caseId)
  const { caseId: into } = await otherCase(first, called)
  for (;;) {
    const tips = await caseTipsOf(caseId)
    if (tips.length === 0) return getCaseRecord(into)
    await retry(async () => {
      const [from, to] = await Promise.all([getCaseRecord(caseId), getCaseRecord(into)])
      // Either may have been closed since the last few were moved.
      if (!caseAfter(from.status, "join") || !caseAfter(to.status, "join"))
        throw new DomainError("conflict", { reason: "case-status" })
      const tipIds = tips.slice(0, mergedAtOnce).map(({ tipId }) => tipId)
      await move(ctx, { from, to, number: undefined, tipIds, reason })
    }, isLostRace)
  }
}

/** @throws {DomainError} conflict `case-status`; invalid `case-unknown`, `same-case`, `other-campaign` */
const otherCase = async (from: Case, called: string): Promise<Case> => {
  const to = await caseCalled(called)
  if (!to) throw invalid(["to"], "case-unknown")
  if (to.caseId === from.caseId) throw invalid(["to"], "same-case")
  if (to.campaign !== from.campaign) throw invalid(["to"], "other-campaign")
  if (!caseAfter(to.status, "join")) throw new DomainError("conflict", { reason: "case-status" })
  return to
}

type Move = {
  readonly from: Case
  readonly to: Case | undefined
  /** Of the new case, where there is no other. */
  readonly number: string | undefined
  readonly tipIds: readonly TipId[]
  readonly reason: string
}

export const move = async (ctx: Context, { from, to, number, tipIds, reason }: Move): Promise<CaseId> => {
  const stay = (await caseTipsOf(from.caseId)).map(({ tipId }) => tipId).filter((id) => !tipIds.includes(id))
  const [moving, staying] = [await recordsOf(tipIds), await recordsOf(stay)]
  if (moving.some((tip) => tip.caseId !== from.caseId)) throw invalid(["tipIds"], "tip-not-in-case")
  const sites = from.sites.filter(
    (site) =>
      !staying.some((tip) => tip.sites.includes(site)) &&
      (stay.length === 0 || moving.some((tip) => tip.sites.includes(site))),
  )
  if (sites.length > (tipIds.length > mergedAtOnce ? sitesAtOnceMax : sitesMergedMax))
    throw invalid(["tipIds"], "too-many", { max: sitesAtOnceMax })
  const caseId = to?.caseId ?? newId("cas")
  const links: Write[] = tipIds.flatMap((tipId) => [
    unlinkTip(from.caseId, tipId),
    linkTip(caseId, tipId, ctx.now),
  ])
  // A site that the other case has already has its pointer there.
  const pointers = sites.map((site) => repointSite(site, from.campaign, { from: from.caseId, to: caseId }))
  const left = caseChange(
    from,
    {
      tipCount: Math.max(0, from.tipCount - tipIds.length),
      sites: from.sites.filter((site) => !sites.includes(site)),
    },
    { type: "case.tips-moved", data: { tipIds, to: caseId, reason } },
    [...links, ...pointers],
  )
  const joined = to
    ? caseChange(
        to,
        { tipCount: to.tipCount + tipIds.length, sites: [...new Set([...to.sites, ...sites])] },
        { type: "case.tips-taken", data: { tipIds, from: from.caseId, reason } },
      )
    : opened(ctx, { caseId, number, from, tips: moving, sites, reason })
  const tips = moving.map((tip) =>
    tipChange(tip, { caseId }, { type: "tip.moved", data: { from: from.caseId, to: caseId, reason } }),
  )
  try {
    await commit(ctx, left, joined, ...tips)
  } catch (error) {
    if (error instanceof ConditionFailed) throw new DomainError("conflict", { reason: "site-in-other-case" })
    throw error
  }
  return caseId
}

const together = 50

export const recordsOf = async (tipIds: readonly TipId[]): Promise<StoredTip[]> => {
  const tips: StoredTip[] = []
  for (let first = 0; first < tipIds.length; first += together)
    tips.push(...(await Promise.all(tipIds.slice(first, first + together).map(getTipRecord))))
  return tips
}

type Opening = Pick<Case, "caseId" | "number" | "sites"> & {
  readonly from: Case
  readonly tips: readonly Tip[]
  readonly reason: string
}

const opened = (ctx: Context, { caseId, number, from, tips, sites, reason }: Opening): Change => {
  const site = sites[0] ?? tips[0]?.sites[0] ?? from.site
  const opening: Case = {
    caseId,
    number,
    status: "open",
    site,
    siteName: tips.flatMap(({ targets }) => targets).find((one) => one.kind === "name" && one.site === site)
      ?.text,
    sites,
    campaign: from.campaign,
    tipCount: tips.length,
    openedAt: ctx.now,
    demo: from.demo,
    ...initialHead,
  }
  return {
    file: caseId,
    subject: caseId,
    from: initialHead,
    event: {
      type: "case.split-off",
      data: { from: from.caseId, tipIds: tips.map(({ tipId }) => tipId), sites, reason },
    },
    record: (next) => putCase(opening, next),
    also: number ? [pointNumber(number, caseId)] : [],
  }
}

/**
 * Opens a case without a tip, for a site that an officer names.
 * @throws {DomainError} conflict `site-in-other-case`; invalid `campaign-unknown`, `campaign-not-running`
 */
export const openByHand = verb(
  {
    name: "case.openByHand",
    by: ["case-officer"],
    input: z.object({
      typed: Written({ min: 1, max: 2_000 }),
      campaign: z.string().min(1).max(100),
      reason: Reason,
    }),
  },
  async (ctx, { typed, campaign, reason }): Promise<CaseId> => {
    const { site, siteName, demo } = await siteFor(typed, campaign)
    const caseId = newId("cas")
    const number = await nextCaseNumber(ctx.now)
    const opening: Case = {
      caseId,
      number,
      status: "open",
      site,
      siteName,
      sites: [site],
      campaign,
      tipCount: 0,
      openedAt: ctx.now,
      demo,
      ...initialHead,
    }
    try {
      await commit(ctx, {
        file: caseId,
        subject: caseId,
        from: initialHead,
        event: { type: "case.opened-by-hand", data: { campaign, sites: [site], reason } },
        record: (next) => putCase(opening, next),
        also: [pointNumber(number, caseId), pointSite(site, campaign, caseId)],
      })
    } catch (error) {
      if (error instanceof ConditionFailed)
        throw new DomainError("conflict", { reason: "site-in-other-case" })
      throw error
    }
    return caseId
  },
)
