import { z } from "zod"
import { type CaseRow, caseCalled, caseRow, openCasesOf } from "@/lib/case"
import { evidenceOf, tipsWithFile, tipsWithLike } from "@/lib/evidence"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { tipIdOf } from "@/lib/reporter"
import { readTargets } from "@/lib/target"
import { findTip, rowOf, type TipRow } from "@/lib/tip"

export type Found = {
  readonly tips: readonly TipRow[]
  readonly cases: readonly CaseRow[]
  /** What an address was understood as. */
  readonly sites: readonly string[]
}

const sitesMax = 10

/**
 * Finds what somebody pasted: the number of a receipt or a tip's id, a case's number or id, the SHA-256 of a file, a
 * site or an address, of which the open cases are told. Each is a read by a key, whatever the portal holds.
 */
export const findAnything = verb(
  {
    name: "desk.find",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ text: z.string().trim().max(2_000) }),
  },
  async (_ctx, { text }): Promise<Found> => {
    if (text === "") return { tips: [], cases: [], sites: [] }
    if (/^[0-9a-f]{64}$/i.test(text)) return { tips: await tipsOfFile(text), cases: [], sites: [] }
    const [tip, named] = await Promise.all([tipCalled(text), caseCalled(text)])
    if (tip || named)
      return { tips: tip ? [rowOf(tip)] : [], cases: named ? [caseRow(named)] : [], sites: [] }
    const sites = sitesIn(text)
    const cases = (await Promise.all(sites.map(openCasesOf))).flat()
    const once = new Map(cases.map((one) => [one.caseId, caseRow(one)]))
    return { tips: [], cases: [...once.values()], sites }
  },
)

const tipsOfFile = async (bytesHash: string, without?: TipId): Promise<TipRow[]> => {
  const ids = (await tipsWithFile(bytesHash.toLowerCase())).filter((tipId) => tipId !== without)
  const tips = await Promise.all(ids.map(findTip))
  return tips.flatMap((tip) => (tip ? [rowOf(tip)] : []))
}

/** The other tips of which a file has the same bytes as one of this tip's. */
export const listSameFiles = verb(
  {
    name: "desk.listSameFiles",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ tipId: TipId }),
  },
  (_ctx, { tipId }): Promise<TipRow[]> => tipsOfFiles(tipId),
)

/** The other tips of which a picture looks like one of this tip's, without having the same bytes. */
export const listLikePictures = verb(
  {
    name: "desk.listLikePictures",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ tipId: TipId }),
  },
  async (_ctx, { tipId }): Promise<TipRow[]> => {
    const [files, same] = await Promise.all([evidenceOf(tipId), tipsOfFiles(tipId)])
    const ids = await tipsWithLike(files.flatMap(({ likeness }) => likeness ?? []))
    const known = new Set<TipId>([tipId, ...same.map((row) => row.tipId)])
    const tips = await Promise.all(ids.filter((id) => !known.has(id)).map(findTip))
    return tips.flatMap((tip) => (tip ? [rowOf(tip)] : []))
  },
)

/** The same, for a verb that has authorised the read. */
export const tipsOfFiles = async (tipId: TipId): Promise<TipRow[]> => {
  const hashes = (await evidenceOf(tipId)).flatMap(({ state, stored }) =>
    state === "verified" && stored ? [stored.sha256] : [],
  )
  const rows = await Promise.all([...new Set(hashes)].map((hash) => tipsOfFile(hash, tipId)))
  return [...new Map(rows.flat().map((row) => [row.tipId, row])).values()]
}

const tipCalled = async (text: string) => {
  const id = TipId.safeParse(text)
  const tipId = id.success && text.startsWith("tip_") ? id.data : tipIdOf(text)
  return tipId && findTip(tipId)
}

/** A host alone is a site, as well as every address in a pasted text. */
const sitesIn = (text: string): string[] => {
  const sites = readTargets([text]).flatMap((reading) => ("target" in reading ? [reading.target.site] : []))
  return [...new Set(sites)].filter((site) => !site.startsWith("name:")).slice(0, sitesMax)
}
