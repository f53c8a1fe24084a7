import { z } from "zod"
import { commit, isLostRace } from "@/lib/audit"
import { hasRole } from "@/lib/kernel/actor"
import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { CaseId, ReferralId } from "@/lib/kernel/id"
import { retry } from "@/lib/kernel/retry"
import { verb } from "@/lib/kernel/verb"
import { getReferralRecord, requireInInbox } from "@/lib/referral"
import { presignDownload } from "@/lib/store/objects/presign"
import { findVersion } from "@/lib/store/objects/read"
import { languages } from "./brief/words"
import { findPackageRecord, getPackageRecord, packageChange } from "./change"
import { briefKey, packageKey } from "./keys"
import type { Package } from "./package"

const linkSecondsMax = 60
const Ids = z.object({ caseId: CaseId, referralId: ReferralId })
type Ids = z.output<typeof Ids>

/** Whoever is not of the authority itself must be an overseer, which the verb's own roles see to. */
const requireReader = async (ctx: Context, { caseId, referralId }: Ids) => {
  const overseers = ["case-officer", "auditor", "administrator"] as const
  if (overseers.some((role) => hasRole(ctx.actor, role))) return
  requireInInbox(ctx, await getReferralRecord(caseId, referralId))
}

/**
 * The package of a referral; undefined where it has none.
 * @throws {DomainError} not-found, also for another authority's
 */
export const findPackage = verb(
  {
    name: "package.find",
    by: ["case-officer", "agency-officer", "auditor", "administrator"],
    input: Ids,
  },
  async (ctx, ids): Promise<Package | undefined> => {
    await requireReader(ctx, ids)
    return findPackageRecord(ids.caseId, ids.referralId)
  },
)

const noteOpened = async (ctx: Context, { caseId, referralId }: Ids) => {
  const found = await getPackageRecord(caseId, referralId)
  if (found.state !== "built") throw new DomainError("conflict", { reason: "package-not-built" })
  await commit(ctx, packageChange(found, {}, { type: "package.opened" }))
}

/**
 * A short-lived link to a package. Who asked for it is recorded first.
 * @throws {DomainError} not-found, also for another authority's; conflict `package-not-built`
 */
export const openPackage = verb(
  { name: "package.open", by: ["case-officer", "agency-officer"], input: Ids },
  async (ctx, ids): Promise<{ url: string }> => {
    await requireReader(ctx, ids)
    // Two may fetch it at once.
    await retry(() => noteOpened(ctx, ids), isLostRace)
    return { url: await presignDownload(packageKey(ids), `${ids.referralId}.zip`, linkSecondsMax) }
  },
)

/**
 * A short-lived link to the brief of a referral, which is made with its package. Who asked for it is recorded first.
 * @throws {DomainError} not-found, also for another authority's, or where there is none; conflict `package-not-built`
 */
export const openBrief = verb(
  {
    name: "package.openBrief",
    by: ["case-officer", "agency-officer"],
    input: Ids.extend({ language: z.enum(languages) }),
  },
  async (ctx, { language, ...ids }): Promise<{ url: string }> => {
    await requireReader(ctx, ids)
    const key = briefKey(ids, language)
    if (!(await findVersion(key))) throw new DomainError("not-found", { reason: "brief" })
    await retry(() => noteOpened(ctx, ids), isLostRace)
    return { url: await presignDownload(key, `${ids.referralId}.${language}.pdf`, linkSecondsMax) }
  },
)
