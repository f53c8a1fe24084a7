import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { findItems, keyOf } from "@/lib/store/query"
import type { Case } from "./case"
import { CaseEntity, OpenCaseEntity } from "./case.entity"

/** Below this a number could tell somebody of one single report. */
const shownFrom = 3
const sitesMax = 10

export type Known = { readonly site: string; readonly reports: number }

/**
 * How many accepted reports of a site lie in its open cases: a number, and nothing of who sent them. Sites of which
 * there are few are left out (docs/decisions/0034).
 */
export const countKnown = verb(
  { name: "case.countKnown", by: ["visitor"], input: z.object({ sites: z.array(z.string()).max(sitesMax) }) },
  async (_ctx, { sites }): Promise<Known[]> => {
    const counted = await Promise.all(
      [...new Set(sites)].map(async (site) => ({ site, reports: await reportsOf(site) })),
    )
    return counted.filter(({ reports }) => reports >= shownFrom)
  },
)

/** The open cases of a site, one per campaign. Not a verb: the verb that asks has authorised the read. */
export const openCasesOf = async (site: string): Promise<Case[]> => {
  const { data: pointers } = await OpenCaseEntity.query.site({ site }).go({ pages: "all" })
  const keys = pointers.map(({ caseId }) => keyOf(CaseEntity.get({ caseId })))
  const items = await findItems(keys, { isConsistent: false })
  return items.flatMap((Item) => CaseEntity.parse({ Item }).data ?? [])
}

/** How many accepted reports of a site lie in its open cases. Not a verb: never shown to the public as it is. */
export const reportsOf = async (site: string): Promise<number> =>
  (await openCasesOf(site)).reduce((all, { tipCount }) => all + tipCount, 0)
