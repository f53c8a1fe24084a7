import { z } from "zod"
import { type Evidence, evidenceOf, isFile } from "@/lib/evidence"
import { CaseId, type TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { getTipRecord, type Tip } from "@/lib/tip"
import { duplicatesOf, withDuplicates } from "./duplicates"
import { caseTipsOf } from "./find"
import { insiders } from "./list"

const tipsPerPage = 10

/** A tip as the case desk reads it. */
export type ReadableTip = Pick<
  Tip,
  "tipId" | "category" | "description" | "targets" | "locale" | "receivedAt"
> & {
  readonly joinedAt: string
  /** Of a tip that tells again what this tip told, or what the case is about. */
  readonly duplicateOf?: TipId | CaseId
  readonly files: readonly Evidence[]
}

export type CaseTips = {
  readonly rows: readonly ReadableTip[]
  readonly total: number
  /** Where the next page begins; absent on the last. */
  readonly next?: number
}

/**
 * What the tips of a case say, in the order they joined it, ten at a time; each is followed by those that were marked as
 * its duplicates, and the last by the case's own. Never who sent them.
 */
export const listCaseTips = verb(
  {
    name: "case.listTips",
    by: insiders,
    input: z.object({ caseId: CaseId, from: z.int().min(0).max(1_000_000).default(0) }),
  },
  async (_ctx, { caseId, from }): Promise<CaseTips> => {
    const all = await caseTipsOf(caseId)
    const end = from + tipsPerPage
    const heard = await withDuplicates(all.slice(from, end))
    if (end >= all.length) heard.push(...(await duplicatesOf(caseId)))
    const rows = await Promise.all(
      heard.map(async ({ tipId, joinedAt, duplicateOf }) => {
        const [tip, evidence] = await Promise.all([getTipRecord(tipId), evidenceOf(tipId)])
        const { category, description, targets, locale, receivedAt } = tip
        const files = evidence.filter(isFile)
        return {
          ...{ tipId, category, description, targets, locale, receivedAt, joinedAt, files },
          ...(duplicateOf ? { duplicateOf } : {}),
        }
      }),
    )
    return { rows, total: all.length, next: end < all.length ? end : undefined }
  },
)
