import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { queues, type TipRow, tipsNamed, undecidedRows } from "@/lib/tip"
import { excerptWith, termsOf } from "./words"

/** Rows of each shard that are looked through, the oldest first. */
const rowsPerShard = 75
const foundMax = 50

export type FoundWords = {
  readonly rows: readonly { readonly row: TipRow; readonly excerpt: string }[]
  /** How many tips were looked through. */
  readonly looked: number
  /** Whether more tips wait, or hold the words, than were looked through and are shown. */
  readonly isMore: boolean
}

/**
 * Finds words in what waits for a decision: in the description, the work and the targets, oldest first. It looks
 * through a part of a long queue, so that its cost does not grow with it.
 */
export const findWords = verb(
  {
    name: "desk.findWords",
    by: ["moderator", "case-officer", "auditor", "administrator"],
    input: z.object({ text: z.string().trim().max(2_000) }),
  },
  async (ctx, { text }): Promise<FoundWords> => {
    const terms = termsOf(text)
    if (terms.length === 0) return { rows: [], looked: 0, isMore: false }
    const read = await Promise.all(
      queues.map((queue) => undecidedRows(ctx.now, { queue, limit: rowsPerShard })),
    )
    const open = read.flatMap(({ waiting, claimed }) => [...waiting, ...claimed])
    const tips = new Map((await tipsNamed(open)).map((tip) => [tip.tipId, tip]))
    const found = open
      .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
      .flatMap((row) => {
        const tip = tips.get(row.tipId)
        const targets = tip?.targets.flatMap(({ text: target, typed }) => [target, typed ?? ""]) ?? []
        const excerpt = tip && excerptWith(terms, [tip.description, tip.work ?? "", ...targets])
        return excerpt === undefined ? [] : [{ row, excerpt }]
      })
    return {
      rows: found.slice(0, foundMax),
      looked: open.length,
      isMore: found.length > foundMax || read.some(({ isMore }) => isMore),
    }
  },
)
