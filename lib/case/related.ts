import { z } from "zod"
import { type Evidence, evidenceOf, tipsWithFile, tipsWithLike } from "@/lib/evidence"
import { CaseId, type TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { sharingOf } from "@/lib/target"
import { tipsNamed, tipsOfSite } from "@/lib/tip"
import { type CaseRow, caseRow } from "./case"
import { heardTipsOf } from "./duplicates"
import { getCaseRecord } from "./find"
import { insiders, latestAtWork } from "./list"

/** Another case that has to do with the same thing, and what the two have in common. */
export type Related = CaseRow & { readonly by: "site" | "file" | "picture" | "host" }

// Enough to find what belongs together; a case of thousands of tips is not read through for it.
const sitesMax = 10
const tipsOfSiteMax = 100
const tipsMax = 50
const relatedMax = 10
/** Of each status, the latest cases whose hosts are compared. */
const atWorkMax = 300

/**
 * Cases that name a site of this one, or hold the same file or a picture that looks alike: of any campaign and status; and
 * those at work whose site lies on the same shared host, which one measure would hit together. Looked through are the first
 * tips of the case, the oldest of its sites, and the latest cases.
 * @throws {DomainError} not-found
 */
export const listRelatedCases = verb(
  { name: "case.listRelated", by: insiders, input: z.object({ caseId: CaseId }) },
  async (_ctx, { caseId }): Promise<Related[]> => {
    const [{ sites }, heard] = await Promise.all([getCaseRecord(caseId), heardTipsOf(caseId, tipsMax)])
    const ofSites = sites.slice(0, sitesMax).map((site) => tipsOfSite(site, undefined, tipsOfSiteMax))
    const bySite = (await Promise.all(ofSites)).flat()
    const files = (await Promise.all(heard.slice(0, tipsMax).map(({ tipId }) => evidenceOf(tipId)))).flat()
    const [byFile, byPicture] = await Promise.all([
      named(sameFiles(files)),
      named(tipsWithLike(likenessesIn(files))),
    ])
    const found = new Map<CaseId, Related["by"]>()
    for (const [tips, by] of [
      [bySite, "site"],
      [byFile, "file"],
      [byPicture, "picture"],
    ] as const)
      for (const tip of tips)
        if (tip.caseId && tip.caseId !== caseId && !found.has(tip.caseId)) found.set(tip.caseId, by)
    for (const row of found.size < relatedMax ? await onSameHost(sites) : [])
      if (row.caseId !== caseId && !found.has(row.caseId)) found.set(row.caseId, "host")
    return Promise.all(
      [...found].slice(0, relatedMax).map(async ([id, by]) => ({ ...caseRow(await getCaseRecord(id)), by })),
    )
  },
)

const named = async (ids: Promise<readonly TipId[]>) => tipsNamed((await ids).map((tipId) => ({ tipId })))

const likenessesIn = (files: readonly Evidence[]) => [
  ...new Set(files.flatMap(({ likeness }) => likeness ?? [])),
]

/** The tips that hold one of these files, too. */
const sameFiles = async (evidence: readonly Evidence[]): Promise<TipId[]> => {
  const hashes = new Set(
    evidence.flatMap(({ state, stored }) => (state === "verified" && stored ? [stored.sha256] : [])),
  )
  return [...new Set((await Promise.all([...hashes].map(tipsWithFile))).flat())]
}

/** Where a site lies together with others; undefined where nothing is known to share its host, or all of a platform does. */
const placeOf = (site: string): string | undefined => {
  const sharing = sharingOf(site)
  return sharing && sharing.kind !== "platform" ? `${sharing.kind} ${sharing.name}` : undefined
}

const onSameHost = async (sites: readonly string[]): Promise<CaseRow[]> => {
  const places = new Set(sites.flatMap((site) => placeOf(site) ?? []))
  if (places.size === 0) return []
  return (await latestAtWork(atWorkMax)).filter(({ site }) => places.has(placeOf(site) ?? ""))
}
