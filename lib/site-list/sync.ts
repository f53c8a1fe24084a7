import { z } from "zod"
import { type Change, commit, type Head, initialHead, isLostRace } from "@/lib/audit"
import { type Case, getCaseRecord } from "@/lib/case"
import type { Context } from "@/lib/kernel/context"
import { CaseId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import { verb } from "@/lib/kernel/verb"
import { put, update } from "@/lib/store/transact"
import { confirmedSites, type ListedSite } from "./listed-site"
import { ListedSiteEntity } from "./listed-site.entity"

type Stored = ListedSite & Head

/**
 * Brings the list in line with how a case stands now: lists what it confirms, and removes what it does not any more.
 * Done twice, or after a later change of the case, it has the same effect.
 */
export const syncListedSites = verb(
  { name: "site-list.sync", by: ["system"], input: z.object({ caseId: CaseId }) },
  (ctx, { caseId }): Promise<void> =>
    retry(async () => {
      const [found, stored] = await Promise.all([getCaseRecord(caseId), storedOf(caseId)])
      const confirmed = confirmedSites(found)
      const isActive = ({ removedAt }: Stored) => removedAt === undefined
      for (const site of confirmed) {
        const known = stored.find((one) => one.site === site)
        if (!known || (!isActive(known) && known.overturnedAt !== found.version))
          await commit(ctx, listing(ctx, found, site, known))
      }
      for (const known of stored.filter(isActive))
        if (!confirmed.includes(known.site)) await commit(ctx, removal(ctx, known))
    }, isLostRace),
)

const storedOf = async (caseId: CaseId): Promise<Stored[]> => {
  const { data } = await ListedSiteEntity.query.case({ caseId }).go({ pages: "all", consistent: true })
  return data
}

const listing = (ctx: Context, found: Case, site: string, known: Stored | undefined): Change => {
  const { caseId, campaign, outcome = "infringement-stopped", demo } = found
  const siteName = site === found.site ? found.siteName : undefined
  const entry: ListedSite = { caseId, site, siteName, campaign, outcome, listedAt: ctx.now, demo }
  return {
    file: caseId,
    subject: subjectOf(site),
    from: known ?? initialHead,
    event: { type: "site.listed", data: { site, campaign } },
    record: (next) =>
      known
        ? changed(known, { ...next, outcome, listedAt: ctx.now, row: entry }, ["removedAt", "overturnedAt"])
        : put(ListedSiteEntity.create({ ...entry, ...next, row: entry })),
  }
}

const removal = (ctx: Context, known: Stored, overturnedAt?: number): Change => {
  const { caseId, site, siteName, campaign, outcome, listedAt, demo } = known
  const row = { caseId, site, siteName, campaign, outcome, listedAt, demo, removedAt: ctx.now }
  return {
    file: caseId,
    subject: subjectOf(site),
    from: known,
    event: {
      type: "site.removed",
      data: { site, campaign, isOverturned: overturnedAt === undefined ? undefined : true },
    },
    record: (next) => changed(known, { ...next, removedAt: ctx.now, overturnedAt, row }),
  }
}

/**
 * Takes a site off the list for every case that confirms it, since an objection was right. Done twice, it changes nothing.
 * Not a verb: the verb that decides has authorised it.
 */
export const overturnSite = async (ctx: Context, site: string): Promise<void> => {
  const { data } = await ListedSiteEntity.query.site({ site }).go({ pages: "all" })
  for (const { caseId } of data)
    await retry(async () => {
      const [found, stored] = await Promise.all([getCaseRecord(caseId), storedOf(caseId)])
      const known = stored.find((one) => one.site === site)
      if (known && known.removedAt === undefined) await commit(ctx, removal(ctx, known, found.version))
    }, isLostRace)
}

const subjectOf = (site: string) => `listed#${site}`

type Patch = Partial<Pick<Stored, "outcome" | "listedAt" | "removedAt" | "overturnedAt">> &
  Head & { row: ListedSite }

const changed = (
  { caseId, site, version }: Pick<Stored, "caseId" | "site" | "version">,
  patch: Patch,
  cleared: readonly ("removedAt" | "overturnedAt")[] = [],
) => {
  const change = ListedSiteEntity.patch({ caseId, site }).set(patch)
  return update(
    (cleared.length > 0 ? change.remove([...cleared]) : change).where((stored, { eq }) =>
      eq(stored.version, version),
    ),
  )
}
