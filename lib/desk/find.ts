import { z } from "zod"
import { type CaseRow, caseCalled, caseRow, openCasesOf } from "@/lib/case"
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
 * Finds what somebody pasted: the number of a receipt or a tip's id, a case's number or id, a site or an address, of
 * which the open cases are told. Each is one read by a key, whatever the portal holds.
 */
export const findAnything = verb(
  {
    name: "desk.find",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ text: z.string().trim().max(2_000) }),
  },
  async (_ctx, { text }): Promise<Found> => {
    if (text === "") return { tips: [], cases: [], sites: [] }
    const [tip, named] = await Promise.all([tipCalled(text), caseCalled(text)])
    if (tip || named)
      return { tips: tip ? [rowOf(tip)] : [], cases: named ? [caseRow(named)] : [], sites: [] }
    const sites = sitesIn(text)
    const cases = (await Promise.all(sites.map(openCasesOf))).flat()
    const once = new Map(cases.map((one) => [one.caseId, caseRow(one)]))
    return { tips: [], cases: [...once.values()], sites }
  },
)

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
