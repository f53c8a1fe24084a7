import { beforeAll, describe, expect, it } from "vitest"
import { type Person, type Role, roles } from "@/lib/kernel/actor"
import type { Context } from "@/lib/kernel/context"
import { canonical } from "@/lib/kernel/crypto"
import { isDomainError } from "@/lib/kernel/errors"
import { AuthorityId, TipId } from "@/lib/kernel/id"
import { listReferralMeasures, recordMeasure } from "@/lib/measure"
import {
  acknowledgeReferral,
  getReferral,
  listCaseReferrals,
  listReferrals,
  referralStatuses,
  reportReferral,
  returnReferral,
} from "@/lib/referral"
import { numberOf } from "@/lib/reporter"
import { aCase, aDelivered, aDraft, enforcementWorld } from "@/tests/support/case"
import { present } from "@/tests/support/people"

type Ids = Parameters<typeof acknowledgeReferral>[1]

const person = (authorityId: string, ...held: Role[]): Person => ({
  kind: "person",
  id: held.join("+") || "nobody",
  name: "Somebody",
  roles: held,
  authorityId: AuthorityId.parse(authorityId),
})
const acting = (authorityId: string, ...held: Role[]) => present(person(authorityId, ...held))

const pairs = roles.flatMap((one, at) => roles.slice(at + 1).map((other) => [one, other] as const))

/** What came of a call, as far as who called decides it. */
const outcomeOf = async (call: Promise<unknown>) => {
  try {
    return canonical(await call)
  } catch (error) {
    if (!isDomainError(error)) throw error
    return error.code
  }
}

const isRefused = (outcome: string) => outcome === "forbidden" || outcome === "not-found"

/** The referrals of the test: to `mps` in its inbox, to `mps` as a draft. */
let inbox: Ids
let draft: Ids
let number: string

const reads: Readonly<Record<string, (ctx: Context) => Promise<unknown>>> = {
  ...Object.fromEntries(
    referralStatuses.map((status) => [`list ${status}`, (ctx) => listReferrals(ctx, { status })]),
  ),
  "get delivered": (ctx) => getReferral(ctx, inbox),
  "get draft": (ctx) => getReferral(ctx, draft),
  "of a case": (ctx) => listCaseReferrals(ctx, inbox),
  "measures of delivered": (ctx) => listReferralMeasures(ctx, inbox),
  "measures of draft": (ctx) => listReferralMeasures(ctx, draft),
}

const rowsIn = (outcome: string) =>
  isRefused(outcome) ? [] : (JSON.parse(outcome).rows ?? [JSON.parse(outcome)]).map(canonical)

describe("of referrals", () => {
  beforeAll(async () => {
    await enforcementWorld()
    inbox = await aDelivered(await aCase())
    draft = await aDraft(await aCase())
    const { tips } = await getReferral(acting("mps", "case-officer"), inbox)
    number = numberOf(tips[0]?.tipId ?? TipId.parse("none"))
  })

  it.each(pairs)("%s and %s in one person sees what one of the two sees, and no more", async (one, other) => {
    for (const authorityId of ["mps", "miit"])
      for (const [name, read] of Object.entries(reads)) {
        const [first, second, both] = await Promise.all([
          outcomeOf(read(acting(authorityId, one))),
          outcomeOf(read(acting(authorityId, other))),
          outcomeOf(read(acting(authorityId, one, other))),
        ])
        const allowed = new Set([...rowsIn(first), ...rowsIn(second)])
        expect([name, rowsIn(both).filter((row: string) => !allowed.has(row))]).toEqual([name, []])
        expect([name, isRefused(both)]).toEqual([name, isRefused(first) && isRefused(second)])
      }
  })

  it.each(roles.filter((role) => role !== "agency-officer"))(
    "an agency officer who is also %s acts on nothing but the own authority's inbox",
    async (role) => {
      const stranger = acting("miit", "agency-officer", role)
      const own = acting("mps", "agency-officer", role)
      const reason = "Not ours to decide, as we think."
      for (const [ctx, seen] of [
        [stranger, inbox],
        [stranger, draft],
        [own, draft],
      ] as const) {
        const acts = [
          acknowledgeReferral(ctx, seen),
          reportReferral(ctx, seen),
          returnReferral(ctx, { ...seen, reason }),
        ]
        expect(await Promise.all(acts.map(outcomeOf))).toEqual(["not-found", "not-found", "not-found"])
        const measure = {
          metric: "links-removed",
          quantity: 1,
          takenOn: "2026-06-01",
          document: "Minutes 1",
        } as const
        const recorded = recordMeasure(ctx, { ...measure, caseId: seen.caseId, referralId: seen.referralId })
        expect(await outcomeOf(recorded)).toBe(role === "case-officer" ? "conflict" : "not-found")
      }
    },
  )

  it("the authority is told no number of a receipt, nor what it follows from", async () => {
    const told = [
      await getReferral(acting("mps", "agency-officer"), inbox),
      await listReferrals(acting("mps", "agency-officer"), { status: "delivered" }),
      await listReferralMeasures(acting("mps", "agency-officer"), inbox),
    ]
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`${number}|${number.replaceAll("-", "")}|tip_`))
  })
})
