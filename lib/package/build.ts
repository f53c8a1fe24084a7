import { Readable } from "node:stream"
import { z } from "zod"
import { commit, isLostRace } from "@/lib/audit"
import { findAuthority } from "@/lib/authority"
import { findCampaign } from "@/lib/campaign"
import { type Case, getCaseRecord, nameOfCase } from "@/lib/case"
import type { Context } from "@/lib/kernel/context"
import { sha256 } from "@/lib/kernel/crypto"
import { log } from "@/lib/kernel/log"
import { verb } from "@/lib/kernel/verb"
import { getReferralRecord } from "@/lib/referral"
import { signAs } from "@/lib/reporter"
import { storeStream } from "@/lib/store/objects/store-stream"
import { putObject } from "@/lib/store/objects/write"
import { ConditionFailed, transact } from "@/lib/store/transact"
import { type BriefOf, type BriefTip, briefsOf } from "./brief/brief"
import { getPackageRecord, movedPackage, packageChange } from "./change"
import { contentsOf } from "./contents"
import { briefKey, packageKey } from "./keys"
import { leaseUntil, type Package, triesMax } from "./package"
import { PackageEntity } from "./package.entity"
import { bagStream } from "./write-bag"

/** Packages that one run begins at most; the rest goes with the next. */
const perRunMax = 20

type BuiltPackages = { readonly built: number; readonly failed: number }

/** Builds the packages that wait, each once: who claims one has it until its lease ends. */
export const buildPackages = verb(
  { name: "package.buildWaiting", by: ["system"], input: z.object({}) },
  async (ctx): Promise<BuiltPackages> => {
    const { data } = await PackageEntity.query
      .waiting({ state: "waiting" })
      .lte({ dueAt: ctx.now })
      .go({ limit: perRunMax })
    const sum = { built: 0, failed: 0 }
    for (const { row } of data) {
      const claimed = await claim(ctx, await getPackageRecord(row.caseId, row.referralId))
      if (claimed) sum[await tryOne(ctx, claimed)] += 1
    }
    return sum
  },
)

const claim = async (ctx: Context, found: Package): Promise<Package | undefined> => {
  if (found.state !== "waiting" || found.dueAt > ctx.now) return undefined
  const patch = { dueAt: leaseUntil(ctx.now, found.tries), tries: found.tries + 1 }
  try {
    await transact([movedPackage(found, patch)])
    return { ...found, ...patch }
  } catch (error) {
    if (error instanceof ConditionFailed) return undefined
    throw error
  }
}

const tryOne = async (ctx: Context, claimed: Package): Promise<keyof BuiltPackages> => {
  const { referralId, tries } = claimed
  try {
    const stored = await build(claimed)
    await commit(
      ctx,
      packageChange(claimed, { state: "built", ...stored }, { type: "package.built", data: stored }),
    )
    return "built"
  } catch (error) {
    // Another run has built it meanwhile.
    if (isLostRace(error)) return "built"
    log.error({ referralId, tries, error: String(error) }, "package not built")
    if (tries >= triesMax)
      await commit(
        ctx,
        packageChange(claimed, { state: "failed" }, { type: "package.failed", data: { tries } }),
      )
    return "failed"
  }
}

/** The case as it is told in the brief. */
const briefFor = async (
  { referralId, caseId, authorityId, cutAt }: Package,
  found: Case,
  tips: readonly BriefTip[],
): Promise<BriefOf> => {
  const [referral, authority, campaign] = await Promise.all([
    getReferralRecord(caseId, referralId),
    findAuthority(authorityId),
    findCampaign(found.campaign),
  ])
  return {
    number: nameOfCase(found),
    referralId,
    campaign: campaign?.name ?? { zh: found.campaign, en: found.campaign },
    authority: authority?.name ?? { zh: authorityId, en: authorityId },
    openedAt: found.openedAt,
    cutAt,
    reason: referral.reason,
    sites: [...found.sites],
    tips,
  }
}

type Built = Required<Pick<Package, "sizeBytes" | "sha256">> & Pick<Package, "timestamp">

const build = async (wanted: Package): Promise<Built> => {
  const { caseId, referralId, authorityId, cutAt } = wanted
  const [found, { members, tips, withheld }] = await Promise.all([getCaseRecord(caseId), contentsOf(wanted)])
  const caseNumber = nameOfCase(found)
  const briefs = await briefsOf(await briefFor(wanted, found, tips))
  for (const { language, pdf } of briefs) await putObject(briefKey(wanted, language), pdf, "application/pdf")
  let timestamp: Package["timestamp"]
  const bag = bagStream({
    name: referralId,
    members: [
      ...briefs.map(({ language, pdf }) => ({
        path: `data/brief.${language}.pdf`,
        open: async () => Readable.from([pdf]),
      })),
      ...members,
    ],
    info: [
      ["External-Identifier", referralId],
      ["Case-Number", caseNumber],
      ["Authority", authorityId],
      ["Bagging-Date", cutAt.slice(0, 10)],
      ["Complete-Until", cutAt],
      ["Tips", String(tips.length)],
      ["Originals-Withheld", String(withheld)],
    ],
    sealedBy: async (manifest) => {
      // Loaded when a package is built: the site, which reads packages, has no use for it.
      const { askTimestamp } = await import("./ask-timestamp")
      const stamped = await askTimestamp(Buffer.from(manifest))
      if (stamped) timestamp = { at: stamped.at, authority: stamped.authority }
      const statement = await signAs("package+jws", {
        referral: referralId,
        case: caseNumber,
        authority: authorityId,
        completeUntil: cutAt,
        manifestSha256: sha256(manifest),
      })
      return {
        info: [["Trusted-Timestamp", stamped ? `${stamped.at}, ${stamped.authority}` : "none"]],
        files: {
          "statement.jws": `${statement}\n`,
          ...(stamped ? { "manifest-sha256.txt.tsr": stamped.response } : {}),
        },
      }
    },
  })
  return { ...(await storeStream(packageKey(wanted), bag)), timestamp }
}
