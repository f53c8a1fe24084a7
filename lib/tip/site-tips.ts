import { z } from "zod"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import type { Position } from "@/lib/store/page"
import { findItems } from "@/lib/store/query"
import { ConditionFailed, put, transact } from "@/lib/store/transact"
import { keyOfTip, tipsIn } from "./find"
import { SiteTipEntity } from "./site-tip.entity"
import type { Tip } from "./tip"

/** What of a tip's record is needed to list it. None of it changes later. */
export const ListedTip = z.object({
  tipId: TipId,
  sites: z.array(z.string()).readonly(),
  receivedAt: z.iso.datetime(),
  canary: z.boolean().optional(),
})

/** Lists a tip under each site that it names. Done twice, the second changes nothing. */
export const listUnderSites = verb(
  { name: "tip.listUnderSites", by: ["system"], input: ListedTip },
  async (_ctx, { tipId, sites, receivedAt, canary }): Promise<void> => {
    // The portal's own is deleted after a day.
    if (!canary) await Promise.all(sites.map((site) => listUnder({ site, receivedAt, tipId })))
  },
)

const listUnder = async (entry: SiteTip & { readonly site: string }) => {
  try {
    await transact([put(SiteTipEntity.create(entry))])
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error
  }
}

export type SiteTip = { readonly tipId: TipId; readonly receivedAt: string }

/** The latest tips of a site, the newest first. Not a verb: the verb that asks has authorised the read. */
export const latestOfSite = async (site: string, tipsMax: number): Promise<SiteTip[]> => {
  const { data } = await SiteTipEntity.query.site({ site }).go({ order: "desc", limit: tipsMax })
  return data
}

/** Tips of a site after a cursor, oldest first. Not a verb. */
export const tipsOfSite = async (
  site: string,
  cursor: Position<"tip"> | undefined,
  limit: number,
): Promise<Tip[]> => {
  const query = SiteTipEntity.query.site({ site })
  const asked = cursor ? query.gt({ receivedAt: cursor.at, tipId: cursor.id }) : query
  return tipsNamed((await asked.go({ limit })).data)
}

/** As they stand now, in the order that is given. */
export const tipsNamed = async (named: readonly Pick<SiteTip, "tipId">[]): Promise<Tip[]> => {
  const keys = named.map(({ tipId }) => keyOfTip(tipId))
  const items = await findItems(keys, { isConsistent: false })
  const tips = new Map((await tipsIn(items)).map((tip) => [tip.tipId, tip]))
  return named.flatMap(({ tipId }) => tips.get(tipId) ?? [])
}
