import { z } from "zod"
import { AuthorityId } from "@/lib/kernel/id"
import { categories, earnings } from "@/lib/tip"

/** What can be acted against: a website, something on a platform, what is shared without hosts, or a name alone. */
export const siteKinds = ["website", "platform", "file", "name"] as const
export type SiteKind = (typeof siteKinds)[number]

/** What the rules look at of a case. */
export type CaseFacts = {
  readonly categories: readonly (typeof categories)[number][]
  readonly kinds: readonly SiteKind[]
  readonly earnings: readonly (typeof earnings)[number][]
  readonly tips: number
  readonly sites: number
  /** As a case officer estimates it, in CNY; absent where nobody has. */
  readonly gain?: number
  readonly works?: number
}

/**
 * From where on the criminal law speaks of a crime (Criminal Law, article 217, with the judicial interpretations of
 * 2004 and 2011): illegal gains in CNY, or works communicated to the public.
 */
export const criminalThreshold = { gain: 30_000, works: 500 } as const

const Count = z.int().min(1).max(1_000_000_000_000)

/** All that is named must hold; of a list, one. A rule that names nothing holds for every case. */
export const Conditions = z.object({
  categories: z.array(z.enum(categories)).max(categories.length).optional(),
  kinds: z.array(z.enum(siteKinds)).max(siteKinds.length).optional(),
  earnings: z.array(z.enum(earnings)).max(earnings.length).optional(),
  tipsMin: Count.optional(),
  sitesMin: Count.optional(),
  gainMin: Count.optional(),
  worksMin: Count.optional(),
  /** At or above the criminal threshold, by gain or by works. */
  isCriminal: z.boolean().optional(),
})
export type Conditions = z.infer<typeof Conditions>

const Name = z.string().trim().min(1).max(100)

export const Rule = z.object({
  ruleId: z.string().regex(/^rul_[0-9a-z]{16}$/),
  name: z.object({ zh: Name, en: Name }),
  to: AuthorityId,
  /** The rules are gone through by it, the lowest first. */
  order: z.int().min(1).max(999),
  when: Conditions,
})
export type Rule = z.infer<typeof Rule>

export const rulesMax = 100

export const inOrder = (rules: readonly Rule[]): Rule[] =>
  rules.toSorted((a, b) => a.order - b.order || (a.ruleId < b.ruleId ? -1 : 1))

/** Why a rule holds: its conditions, each with what the case has. */
export type Because =
  | { readonly on: "categories" | "kinds" | "earnings"; readonly found: readonly string[] }
  | {
      readonly on: "tipsMin" | "sitesMin" | "gainMin" | "worksMin"
      readonly found: number
      readonly min: number
    }
  | { readonly on: "isCriminal"; readonly gain?: number; readonly works?: number }

export type Suggestion = {
  readonly rule: Pick<Rule, "ruleId" | "name">
  readonly to: AuthorityId
  /** Empty for a rule that holds for every case. */
  readonly because: readonly Because[]
}

/** @returns undefined where a condition does not hold, or nobody knows */
const becauseOf = (when: Conditions, facts: CaseFacts): Because[] | undefined => {
  const because: Because[] = []
  for (const on of ["categories", "kinds", "earnings"] as const) {
    const wanted: readonly string[] = when[on] ?? []
    if (wanted.length === 0) continue
    const found = facts[on].filter((one) => wanted.includes(one))
    if (found.length === 0) return undefined
    because.push({ on, found })
  }
  for (const [on, found] of [
    ["tipsMin", facts.tips],
    ["sitesMin", facts.sites],
    ["gainMin", facts.gain],
    ["worksMin", facts.works],
  ] as const) {
    const min = when[on]
    if (min === undefined) continue
    if (found === undefined || found < min) return undefined
    because.push({ on, found, min })
  }
  if (when.isCriminal) {
    const { gain, works } = facts
    if (!((gain ?? 0) >= criminalThreshold.gain || (works ?? 0) >= criminalThreshold.works)) return undefined
    because.push({ on: "isCriminal", gain, works })
  }
  return because
}

/**
 * The authorities that the rules suggest for a case, the first first, each once and with the rule that names it.
 * @param known authorities that there are: a rule for another suggests nothing
 */
export const suggestionsOf = (
  rules: readonly Rule[],
  facts: CaseFacts,
  known: readonly AuthorityId[],
): Suggestion[] => {
  const suggested = new Map<AuthorityId, Suggestion>()
  for (const { ruleId, name, to, when } of inOrder(rules)) {
    const because = becauseOf(when, facts)
    if (because && known.includes(to) && !suggested.has(to))
      suggested.set(to, { rule: { ruleId, name }, to, because })
  }
  return [...suggested.values()]
}
