import { z } from "zod"
import { authorityRecords } from "@/lib/authority"
import { type Case, getCaseRecord, insiders, openedSince } from "@/lib/case"
import type { AuthorityId } from "@/lib/kernel/id"
import { CaseId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { factsOf } from "./facts"
import { type CaseFacts, type Suggestion, suggestionsOf } from "./rule"
import { readers, routingRecord } from "./rules"

const knownAuthorities = async (): Promise<AuthorityId[]> =>
  (await authorityRecords()).map(({ authorityId }) => authorityId)

export type Routed = {
  readonly facts: CaseFacts
  readonly suggestions: readonly Suggestion[]
  /** Of the rules by which they were made; 0 where there are none. */
  readonly number: number
}

/** To which authorities the rules would refer a case, and why. A person decides. */
export const suggestAuthorities = verb(
  { name: "routing.suggest", by: insiders, input: z.object({ caseId: CaseId }) },
  async (_ctx, { caseId }): Promise<Routed> => {
    const [{ rules, number }, known, facts] = await Promise.all([
      routingRecord(),
      knownAuthorities(),
      getCaseRecord(caseId).then(factsOf),
    ])
    return { facts, suggestions: suggestionsOf(rules, facts, known), number }
  },
)

const days = 31
/** As many cases as an administrator waits for. */
const casesMax = 200

type Difference = Pick<Case, "caseId" | "number" | "site"> & {
  readonly before?: AuthorityId
  readonly after?: AuthorityId
}

export type TriedDraft = {
  readonly cases: number
  /** Whether there were more than were looked at. */
  readonly isCut: boolean
  readonly differences: readonly Difference[]
}

/**
 * What the draft would have suggested first for the cases of the last month, where that is not what the rules in
 * force suggest. It changes nothing.
 */
export const tryRules = verb(
  { name: "routing.tryDraft", by: readers, input: z.object({}) },
  async (ctx): Promise<TriedDraft> => {
    const { rules, draft = rules } = await routingRecord()
    const since = new Date(Date.parse(ctx.now) - days * 86_400_000).toISOString()
    const [known, found] = await Promise.all([knownAuthorities(), openedSince(since, casesMax + 1)])
    const cases = found.slice(0, casesMax)
    const differences: Difference[] = []
    for (const one of cases) {
      const facts = await factsOf(await getCaseRecord(one.caseId))
      const [before] = suggestionsOf(rules, facts, known)
      const [after] = suggestionsOf(draft, facts, known)
      if (before?.to === after?.to) continue
      const { caseId, number, site } = one
      differences.push({ caseId, number, site, before: before?.to, after: after?.to })
    }
    return { cases: cases.length, isCut: found.length > casesMax, differences }
  },
)
