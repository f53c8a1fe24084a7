import { z } from "zod"
import { nameOfCase, openCasesOf, siteNameOf } from "@/lib/case"
import { TipId } from "@/lib/kernel/id"
import { clipped } from "@/lib/kernel/text"
import { verb } from "@/lib/kernel/verb"
import { numberOf } from "@/lib/reporter"
import { findTip, getTipRecord, type Tip, tipsOfSite } from "@/lib/tip"
import { tipsOfFiles } from "./find"

/** What a tip may be telling again. */
export type Original = {
  readonly kind: "case" | "tip"
  /** As people call it, and as `markDuplicate` takes it. */
  readonly number: string
  readonly site: string
  /** What the two have in common. */
  readonly by: "site" | "file"
  readonly excerpt?: string
}

const perSiteMax = 25
const shownMax = 6
const excerptMax = 80

/**
 * What a tip may be a duplicate of, to be picked: tips that hold the same file, the open cases of its sites, and the
 * oldest tips of its sites that came before it.
 * @throws {DomainError} not-found
 */
export const listOriginals = verb(
  { name: "desk.listOriginals", by: ["moderator"], input: z.object({ tipId: TipId }) },
  async (_ctx, { tipId }): Promise<Original[]> => {
    const tip = await getTipRecord(tipId)
    const [byFile, cases, bySite] = await Promise.all([
      tipsOfFiles(tipId).then((rows) => Promise.all(rows.map((row) => findTip(row.tipId)))),
      Promise.all(tip.sites.map(openCasesOf)),
      Promise.all(tip.sites.map((site) => tipsOfSite(site, undefined, perSiteMax))),
    ])
    const originals: Original[] = [
      ...byFile.flatMap((one) => (one && mayBeOriginal(one, tip) ? [asOriginal(one, "file")] : [])),
      ...cases.flat().map((one) => ({
        kind: "case" as const,
        number: nameOfCase(one),
        site: siteNameOf(one),
        by: "site" as const,
      })),
      ...bySite.flat().flatMap((one) => (mayBeOriginal(one, tip) ? [asOriginal(one, "site")] : [])),
    ]
    const isFirst = ({ number }: Original, at: number) =>
      originals.findIndex((one) => one.number === number) === at
    return originals.filter(isFirst).slice(0, shownMax)
  },
)

/** As `markDuplicate` asks: an earlier one, and none that repeats another itself. */
const mayBeOriginal = (one: Tip, tip: Tip) =>
  one.tipId !== tip.tipId &&
  one.status !== "duplicate" &&
  one.status !== "withdrawn" &&
  (one.receivedAt < tip.receivedAt || (one.receivedAt === tip.receivedAt && one.tipId < tip.tipId))

const asOriginal = ({ tipId, sites, description }: Tip, by: Original["by"]): Original => ({
  kind: "tip",
  number: numberOf(tipId),
  site: sites[0] ?? "",
  by,
  excerpt: clipped(description, excerptMax),
})
