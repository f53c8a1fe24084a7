import { publishFigures } from "@/lib/campaign"
import { personRefOf, requireApprover } from "@/lib/kernel/context"
import { canonical } from "@/lib/kernel/crypto"
import { DomainError } from "@/lib/kernel/errors"
import { verb } from "@/lib/kernel/verb"
import { ledgerOf } from "@/lib/measure"
import { put } from "@/lib/store/transact"
import { changeFigureSet, getSeenSet, Seen } from "./change-figures"
import { countAgain, type Revision, reversalsIn } from "./figure-set"
import { RevisionEntity } from "./figure-set.entity"

/**
 * The second publisher's yes: the draft becomes a revision that stays, and its figures are the campaign's. The ledger
 * is added up once more first, as it stood at the draft.
 * @throws {DomainError} forbidden `second-person`; conflict `figures-state`; conflict with the last change
 * @throws {DomainError} conflict `figures-differ`, when the ledger gives other figures: an entry came in while it was
 * added up
 */
export const approveFigures = verb(
  { name: "figures.approve", by: ["publisher"], input: Seen },
  async (ctx, { campaign, version }): Promise<{ number: number }> => {
    const { set, state } = await getSeenSet({ campaign, version }, "approve")
    if (!set) throw new DomainError("conflict", { reason: "figures-state" })
    requireApprover(ctx, set.draftedBy)
    const { status, asOf, figures, draftedBy, draftedAt } = set
    const entered = await ledgerOf(campaign)
    if (canonical(countAgain(entered, set)) !== canonical(figures))
      throw new DomainError("conflict", { reason: "figures-differ" })
    const number = set.published + 1
    const revision: Revision = {
      campaign,
      number,
      status,
      asOf,
      figures,
      draftedBy,
      draftedAt,
      approvedBy: personRefOf(ctx),
      publishedAt: ctx.now,
    }
    await changeFigureSet(
      ctx,
      set,
      { ...set, state, published: number, publishedAs: status },
      { type: "figures.published", data: { number, status, asOf, figures } },
      [
        put(RevisionEntity.create(revision)),
        ...publishFigures({
          campaign,
          status,
          asOf,
          publishedOn: ctx.now,
          figures: figures.map(({ metric, value, entries }) => ({
            metric,
            value,
            ledger: {
              revision: number,
              entries,
              reversals: reversalsIn(entered, metric, { asOf, until: draftedAt }),
            },
          })),
        }),
      ],
    )
    return { number }
  },
)
