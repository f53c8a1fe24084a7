import { z } from "zod"
import { type Case, getCaseRecord } from "@/lib/case"
import { TipId } from "@/lib/kernel/id"
import { verb } from "@/lib/kernel/verb"
import { cursorOf, type Page, pageOf, pageSize } from "@/lib/store/page"
import { getRewardRecord } from "./change"
import { awardedOfCase } from "./decide"
import { firstOfSite, type Precedence } from "./precedence"
import { type Reward, type RewardRow, rewardStatuses } from "./reward"
import { RewardEntity } from "./reward.entity"
import { amountMaxOfCase } from "./rules"

const readers = ["case-officer", "auditor", "administrator"] as const

/** One page of the claims of a status, oldest first. */
export const listRewards = verb(
  {
    name: "reward.list",
    by: readers,
    input: z.object({
      status: z.enum(rewardStatuses).default("claimed"),
      cursor: cursorOf("tip").optional(),
    }),
  },
  async (_ctx, { status, cursor }): Promise<Page<RewardRow>> => {
    const query = RewardEntity.query.worklist({ status })
    const { data } = await (cursor ? query.gt({ claimedAt: cursor.at, tipId: cursor.id }) : query).go({
      limit: pageSize + 1,
    })
    return pageOf(
      data.map(({ row }) => row),
      ({ claimedAt, tipId }) => ({ at: claimedAt, id: tipId }),
    )
  },
)

export type RewardFile = {
  readonly reward: Reward
  readonly found: Case
  /** Who reported each site of the case first, where anybody's report was found to be right. */
  readonly precedence: readonly Precedence[]
  /** CNY that may still be awarded for the case. */
  readonly left: number
}

/** Sites whose first report is looked up for one page. */
const sitesMax = 20

/** A claim with what it is decided by. @throws {DomainError} not-found */
export const getReward = verb(
  { name: "reward.get", by: readers, input: z.object({ tipId: TipId }) },
  async (_ctx, { tipId }): Promise<RewardFile> => {
    const reward = await getRewardRecord(tipId)
    const [found, awarded] = await Promise.all([getCaseRecord(reward.caseId), awardedOfCase(reward.caseId)])
    const firsts = await Promise.all(found.sites.slice(0, sitesMax).map(firstOfSite))
    return {
      reward,
      found,
      precedence: firsts.flatMap((first) => first ?? []),
      left: amountMaxOfCase - awarded,
    }
  },
)
