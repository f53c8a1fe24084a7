import type { CaseId, TipId } from "@/lib/kernel/id"
import { findTip, type Tip, tipsOfSite } from "@/lib/tip"

/** Who reported a site first. */
export type Precedence = { readonly site: string; readonly tipId: TipId; readonly receivedAt: string }

/** Tips of one site that are read in one go, and at most: of a site that so many report, the first was decided long ago. */
const readAtOnce = 100
const readMax = 5_000

/** What reached a case: what was declined or taken back told nobody anything. Right holders report by contract. */
const counts = ({ status, source, canary }: Tip) =>
  (status === "accepted" || status === "duplicate") && !source && !canary

/**
 * The first report of a site that was found to be right, of any campaign: by the moment of receipt, which the signed
 * receipt proves, whatever was decided first.
 */
export const firstOfSite = async (site: string): Promise<Precedence | undefined> => {
  let after: Parameters<typeof tipsOfSite>[1]
  for (let read = 0; read < readMax; read += readAtOnce) {
    const tips = await tipsOfSite(site, after, readAtOnce)
    const first = tips.find(counts)
    if (first) return { site, tipId: first.tipId, receivedAt: first.receivedAt }
    const last = tips.at(-1)
    if (!last || tips.length < readAtOnce) return undefined
    after = { at: last.receivedAt, id: last.tipId }
  }
  return undefined
}

/** How many originals a duplicate may name one after the other. */
const chainMax = 10

/** The case that a tip is part of, or tells again what is part of. */
export const caseOfTip = async (tip: Tip, depth = 0): Promise<CaseId | undefined> => {
  if (tip.caseId) return tip.caseId
  const { duplicateOf } = tip
  if (!duplicateOf || depth >= chainMax) return undefined
  if (duplicateOf.startsWith("cas_")) return duplicateOf as CaseId
  const original = await findTip(duplicateOf as TipId)
  return original && caseOfTip(original, depth + 1)
}
