import { z } from "zod"
import { commit, type Head, initialHead, type NewEvent, requireSeen, standsAt } from "@/lib/audit"
import { findAuthority } from "@/lib/authority"
import type { PersonRef } from "@/lib/kernel/actor"
import { type Context, personRefOf } from "@/lib/kernel/context"
import { DomainError, invalid } from "@/lib/kernel/errors"
import { newId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { put, type Write } from "@/lib/store/transact"
import { RoutingEntity, RuleSetEntity } from "./routing.entity"
import { inOrder, Rule, rulesMax } from "./rule"

export const readers = ["case-officer", "auditor", "administrator"] as const

export type Routing = {
  /** Of the rules in force; 0 before the first. */
  readonly number: number
  readonly rules: readonly Rule[]
  /** What an administrator means to put in force instead. */
  readonly draft?: readonly Rule[]
  readonly draftedBy?: PersonRef
  readonly version: number
}

type Stored = Routing & Head

export const routingRecord = async (): Promise<Stored> => {
  const { data } = await RoutingEntity.get({}).go({ consistent: true })
  return data ?? { number: 0, rules: [], ...initialHead }
}

/** The rules in force, and the draft of the next. */
export const getRouting = verb(
  { name: "routing.get", by: readers, input: z.object({}) },
  async (): Promise<Routing> => {
    const { head: _, ...routing } = await routingRecord()
    return routing
  },
)

type Version = Readonly<Pick<z.infer<typeof RuleSet>, "number" | "rules" | "publishedAt" | "publishedBy">>
const RuleSet = z.object({
  number: z.int(),
  rules: z.array(Rule),
  publishedAt: z.string(),
  publishedBy: z.object({ id: z.string(), name: z.string() }),
})

/** The rules as they were put in force one after the other, the newest first. */
export const listRuleSets = verb(
  { name: "routing.listVersions", by: readers, input: z.object({}) },
  async (): Promise<Version[]> => {
    const { data } = await RuleSetEntity.query.all({}).go({ pages: "all", order: "desc" })
    return data
  },
)

const Seen = z.object({
  /** Of all rules, as they were seen; 0 where there were none. */
  version: z.int().min(0),
})

/**
 * Adds a rule to the draft, or changes one. The first change makes a draft of the rules in force.
 * @throws {DomainError} conflict with the last change; invalid `authority-unknown`, `too-many`
 */
export const saveRule = verb(
  {
    name: "routing.saveRule",
    by: ["administrator"],
    input: Seen.extend({ rule: Rule.extend({ ruleId: Rule.shape.ruleId.optional() }) }),
  },
  async (ctx, { version, rule: { ruleId = newId("rul"), ...said } }): Promise<void> => {
    if (!(await findAuthority(said.to))) throw invalid(["rule", "to"], "authority-unknown")
    await redraft(ctx, version, (rules) => {
      const others = rules.filter((one) => one.ruleId !== ruleId)
      if (others.length >= rulesMax) throw invalid(["rule"], "too-many", { max: rulesMax })
      return [...others, { ruleId, ...said }]
    })
  },
)

/** Takes a rule out of the draft. */
export const removeRule = verb(
  {
    name: "routing.removeRule",
    by: ["administrator"],
    input: Seen.extend({ ruleId: z.string().max(100) }),
  },
  (ctx, { version, ruleId }): Promise<void> =>
    redraft(ctx, version, (rules) => rules.filter((one) => one.ruleId !== ruleId)),
)

/** Drops the draft; the rules in force stay. */
export const discardRules = verb(
  { name: "routing.discardDraft", by: ["administrator"], input: Seen },
  async (ctx, { version }): Promise<void> => {
    const before = await seenRouting(version)
    if (!before.draft) throw new DomainError("conflict", { reason: "no-draft" })
    const { draft: _, draftedBy: __, ...rest } = before
    await write(ctx, before, rest, { type: "routing.draft-discarded" })
  },
)

/**
 * Puts the draft in force, under the next number.
 * @throws {DomainError} conflict with the last change; conflict `no-draft`
 */
export const publishRules = verb(
  { name: "routing.publish", by: ["administrator"], input: Seen },
  async (ctx, { version }): Promise<void> => {
    const before = await seenRouting(version)
    if (!before.draft) throw new DomainError("conflict", { reason: "no-draft" })
    const rules = inOrder(before.draft)
    const number = before.number + 1
    const set = { number, rules, publishedAt: ctx.now, publishedBy: personRefOf(ctx) }
    await write(ctx, before, { number, rules }, { type: "routing.published", data: { number, rules } }, [
      put(RuleSetEntity.create(set)),
    ])
  },
)

/** Rules that a desk begins with; where there are any, nothing changes. */
export const seedRules = verb(
  { name: "routing.seed", by: ["system"], input: z.object({ rules: z.array(Rule).min(1) }) },
  async (ctx, { rules }): Promise<void> => {
    const before = await routingRecord()
    if (before.version > 0) return
    const set = { number: 1, rules, publishedAt: ctx.now, publishedBy: { id: "seed", name: "seed" } }
    await write(
      ctx,
      before,
      { number: 1, rules },
      { type: "routing.published", data: { number: 1, rules } },
      [put(RuleSetEntity.create(set))],
    )
  },
)

const file = "routing"

const seenRouting = async (seen: number): Promise<Stored> => {
  const before = await routingRecord()
  await requireSeen({ file, version: before.version, seen })
  return before
}

const redraft = async (ctx: Context, seen: number, change: (rules: readonly Rule[]) => Rule[]) => {
  const before = await seenRouting(seen)
  const draft = inOrder(change(before.draft ?? before.rules))
  const after = { number: before.number, rules: before.rules, draft, draftedBy: personRefOf(ctx) }
  await write(ctx, before, after, { type: "routing.drafted", data: { rules: draft } })
}

const write = (
  ctx: Context,
  before: Stored,
  after: Omit<Routing, "version">,
  event: NewEvent,
  also: readonly Write[] = [],
) =>
  commit(ctx, {
    file,
    subject: file,
    from: before,
    event,
    record: (next) => {
      const { number, draftedBy } = after
      const record = {
        number,
        rules: [...after.rules],
        draft: after.draft && [...after.draft],
        draftedBy,
        ...next,
      }
      return put(RoutingEntity.put(record).where(standsAt(before.version)))
    },
    also,
  })
