import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { campaignAfter, campaignStates } from "@/lib/campaign"
import type { CampaignAct } from "@/lib/campaign/campaign"
import { caseAfter, caseStatuses } from "@/lib/case"
import type { CaseAct } from "@/lib/case/case"
import { referralStatuses } from "@/lib/referral"
import { referralActs, referralAfter } from "@/lib/referral/referral"
import { after, tipStatuses } from "@/lib/tip"
import { tipActs } from "@/lib/tip/lifecycle"

const lines = <Status extends string, Act extends string>(
  statuses: readonly Status[],
  acts: readonly Act[],
  next: (status: Status, act: Act) => Status | undefined,
) => statuses.flatMap((status) => acts.map((act) => `${status} -${act}-> ${next(status, act) ?? "x"}`))

describe("the lifecycles", () => {
  it("of a tip: each status and act leads where the product says, and nowhere else", () => {
    const possible = lines(tipStatuses, tipActs, after).filter((line) => !line.endsWith("x"))
    expect(possible).toEqual([
      "received -claim-> screening",
      "received -answer-> received",
      "received -withdraw-> withdrawn",
      "screening -claim-> screening",
      "screening -take-over-> screening",
      "screening -release-> received",
      "screening -ask-> awaiting-reporter",
      "screening -answer-> screening",
      "screening -accept-> accepted",
      "screening -decline-> declined",
      "screening -mark-duplicate-> duplicate",
      "screening -withdraw-> withdrawn",
      "screening -hand-over-> screening",
      "screening -escalate-> received",
      "awaiting-reporter -claim-> screening",
      "awaiting-reporter -answer-> received",
      "awaiting-reporter -withdraw-> withdrawn",
      "accepted -reopen-> received",
      "declined -reopen-> received",
      "declined -appeal-> received",
      "duplicate -reopen-> received",
    ])
  })

  it("of a referral: no step is left out and none goes back", () => {
    expect(
      lines(referralStatuses, referralActs, referralAfter).filter((line) => !line.endsWith("x")),
    ).toEqual([
      "draft -edit-> draft",
      "draft -approve-> approved",
      "draft -withdraw-> withdrawn",
      "approved -deliver-> delivered",
      "approved -withdraw-> withdrawn",
      "delivered -acknowledge-> acknowledged",
      "delivered -withdraw-> withdrawn",
      "acknowledged -accept-> accepted",
      "acknowledged -return-> returned",
      "acknowledged -withdraw-> withdrawn",
      "accepted -return-> returned",
      "accepted -report-> reported",
      "accepted -withdraw-> withdrawn",
    ])
  })

  it("of a case: a closed case can only be opened again", () => {
    const acts: CaseAct[] = ["join", "refer", "act", "record-measure", "propose-closing", "close"]
    expect(lines(caseStatuses, acts, caseAfter).filter((line) => line.startsWith("closed"))).toEqual(
      acts.map((act) => `closed -${act}-> x`),
    )
    expect(lines(caseStatuses, ["reopen"], caseAfter).filter((line) => !line.endsWith("x"))).toEqual([
      "closed -reopen-> open",
    ])
    expect(caseAfter("referred", "act")).toBe("acting")
    expect(caseAfter("acting", "refer")).toBe("acting")
  })

  it("of a campaign: only a running one takes tips or ends, and an imported one counts nothing", () => {
    const acts: CampaignAct[] = ["accept-tip", "draft-figures", "end"]
    expect(lines(campaignStates, acts, campaignAfter).filter((line) => !line.endsWith("x"))).toEqual([
      "running -accept-tip-> running",
      "running -draft-figures-> running",
      "running -end-> ended",
      "ended -draft-figures-> ended",
    ])
  })
})

/** Each lifecycle with its first states, those it ends in, and the acts it knows. */
const lifecycles = {
  tip: {
    statuses: tipStatuses,
    initial: ["received"],
    final: ["withdrawn"],
    acts: tipActs,
    next: after as Next,
  },
  case: {
    statuses: caseStatuses,
    initial: ["open"],
    final: [],
    acts: ["join", "refer", "act", "record-measure", "propose-closing", "close", "reopen"],
    next: caseAfter as Next,
  },
  referral: {
    statuses: referralStatuses,
    initial: ["draft"],
    final: ["returned", "reported", "withdrawn"],
    acts: referralActs,
    next: referralAfter as Next,
  },
  campaign: {
    statuses: campaignStates,
    initial: ["past", "running"],
    final: ["past"],
    acts: ["accept-tip", "draft-figures", "end"],
    next: campaignAfter as Next,
  },
} as const
type Next = (status: string, act: string) => string | undefined

describe.each(Object.entries(lifecycles))(
  "the lifecycle of a %s",
  (_, { statuses, initial, final, acts, next }) => {
    const known: readonly string[] = statuses
    const reachable = (from: readonly string[]): string[] => {
      const found = new Set(from)
      for (const status of found)
        for (const act of acts) {
          const to = next(status, act)
          if (to) found.add(to)
        }
      return [...found]
    }

    it("reaches every state from the first", () => {
      expect(reachable(initial).sort()).toEqual([...known].sort())
    })

    it("ends in the states that are named, and in no other", () => {
      expect(known.filter((status) => acts.every((act) => next(status, act) === undefined))).toEqual([
        ...final,
      ])
    })

    it("stays within its states, whatever is done in whatever order", () => {
      fc.assert(
        fc.property(fc.constantFrom(...initial), fc.array(fc.constantFrom(...acts)), (first, done) => {
          const end = done.reduce<string>((status, act) => next(status, act) ?? status, first)
          expect(known).toContain(end)
        }),
      )
    })
  },
)
