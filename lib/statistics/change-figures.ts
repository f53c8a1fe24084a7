import { type Change, commit, conflictAt, initialHead } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { DomainError } from "@/lib/kernel/errors"
import { put, type Write } from "@/lib/store/transact"
import { type FigureSet, type FigureSetAct, figureSetAfter } from "./figure-set"
import { FigureSetEntity } from "./figure-set.entity"

export const fileOf = (campaign: string) => `campaign#${campaign}`
const subjectOf = (campaign: string) => `figures#${campaign}`

export const findFigureSet = async (campaign: string): Promise<FigureSet | undefined> => {
  const { data } = await FigureSetEntity.get({ campaign }).go({ consistent: true })
  return data ?? undefined
}

/**
 * Reads the set on which somebody means to act, having seen `version`: 0 where there was none.
 * @throws {DomainError} conflict with the last change; conflict `figures-state`
 */
export const actOn = async (campaign: string, version: number, act: FigureSetAct) => {
  const set = await findFigureSet(campaign)
  if ((set?.version ?? 0) !== version) throw await conflictAt(fileOf(campaign), subjectOf(campaign))
  const state = figureSetAfter(set?.state ?? "none", act)
  if (!state) throw new DomainError("conflict", { reason: "figures-state" })
  return { set, state }
}

/** Puts `after` in the place of the set that was read. @throws {DomainError} conflict with the last change */
export const changeFigureSet = (
  ctx: Context,
  before: FigureSet | undefined,
  after: Omit<FigureSet, "version" | "head">,
  event: Change["event"],
  also: readonly Write[] = [],
) =>
  commit(ctx, {
    file: fileOf(after.campaign),
    subject: subjectOf(after.campaign),
    from: before ?? initialHead,
    event,
    record: (next) => {
      const record = { ...after, ...next }
      return put(
        before
          ? FigureSetEntity.put(record).where(({ version }, { eq }) => eq(version, before.version))
          : FigureSetEntity.create(record),
      )
    },
    also,
  })
