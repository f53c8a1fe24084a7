import type { PersonRef } from "@/lib/kernel/actor"
import { dayInBeijing } from "@/lib/kernel/day"
import type { TipId } from "@/lib/kernel/id"
import type { Category } from "@/lib/tip"

/** How a tip can be decided; both looks at it name one of these. */
export const verdicts = ["accept", "decline", "duplicate"] as const
export type Verdict = (typeof verdicts)[number]

/** One moderator's view of a tip. */
export type Opinion = {
  readonly verdict: Verdict
  /** Why, where it is declined. */
  readonly reason?: string
  readonly by: PersonRef
  readonly at: string
}

/** A decision that a second moderator looks at without seeing it. */
export type Look = {
  readonly tipId: TipId
  /** Of the decision's event: a tip that is decided anew may be looked at anew. */
  readonly lookId: string
  readonly category: Category
  readonly first: Opinion
  readonly second?: Opinion
  /** Chosen by an administrator as an example of which the answer is known, and not at random. */
  readonly isGolden?: boolean
}

/** The same decision; two refusals agree whatever their reasons are, which the list of differences shows. */
export const agrees = ({ first, second }: Pick<Look, "first" | "second">): boolean =>
  first.verdict === second?.verdict

/** `2026-11`, of the day in Beijing on which a second look was taken. */
export const monthOf = (at: string) => dayInBeijing(at).slice(0, 7)

export type Agreement = {
  readonly category: Category
  readonly looks: number
  readonly agreed: number
}

/** How often both looks came to the same, by category. Never by person: it is about the rules, not about people. */
export const agreementOf = (looks: readonly Pick<Look, "category" | "first" | "second">[]): Agreement[] =>
  [...Map.groupBy(looks, ({ category }) => category)]
    .map(([category, those]) => ({
      category,
      looks: those.length,
      agreed: those.filter(agrees).length,
    }))
    .toSorted((a, b) => b.looks - a.looks || (a.category < b.category ? -1 : 1))
