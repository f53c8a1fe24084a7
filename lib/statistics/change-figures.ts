import type { z } from "zod"
import { commit, initialHead, type NewEvent, nextOf, seenAs } from "@/lib/audit"
import type { Context } from "@/lib/kernel/context"
import { AskedSlug } from "@/lib/kernel/id"
import { put, type Write } from "@/lib/store/transact"
import { type FigureSet, type FigureSetAct, figureSetAfter } from "./figure-set"
import { FigureSetEntity } from "./figure-set.entity"

export const fileOf = (campaign: string) => `campaign#${campaign}`
const subjectOf = (campaign: string) => `figures#${campaign}`

export const findFigureSet = async (campaign: string): Promise<FigureSet | undefined> => {
  const { data } = await FigureSetEntity.get({ campaign }).go({ consistent: true })
  return data ?? undefined
}

/** The set of a campaign as a person saw it; version 0 where there was none. */
export const Seen = seenAs({ campaign: AskedSlug })

/**
 * The set on which somebody means to act, and the state that the act leads to.
 * @throws {DomainError} conflict with the last change; conflict `figures-state`
 */
export const getSeenSet = async ({ campaign, version: seen }: z.infer<typeof Seen>, act: FigureSetAct) => {
  const set = await findFigureSet(campaign)
  const at = { file: fileOf(campaign), subject: subjectOf(campaign), version: set?.version ?? 0, seen }
  return { set, state: await nextOf(at, figureSetAfter(set?.state ?? "none", act), "figures-state") }
}

/** Puts `after` in the place of the set that was read. @throws {DomainError} conflict with the last change */
export const changeFigureSet = (
  ctx: Context,
  before: FigureSet | undefined,
  after: Omit<FigureSet, "version" | "head">,
  event: NewEvent,
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
