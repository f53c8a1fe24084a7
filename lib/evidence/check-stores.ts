import { z } from "zod"
import { verb } from "@/lib/kernel/verb"
import { pingBucket, pingTable } from "@/lib/store/ping"

const checkMsMax = 1_500

export type StoreState = "reachable" | "unreachable"

/** Whether the table and the bucket answer in time: evidence is the noun that lives in both. */
export const checkStores = verb(
  { name: "evidence.checkStores", by: ["visitor"], input: z.object({}) },
  async (): Promise<{ table: StoreState; bucket: StoreState }> => {
    const signal = AbortSignal.timeout(checkMsMax)
    const [table, bucket] = await Promise.all([stateOf(pingTable(signal)), stateOf(pingBucket(signal))])
    return { table, bucket }
  },
)

const stateOf = (request: Promise<void>): Promise<StoreState> =>
  request.then(
    () => "reachable",
    () => "unreachable",
  )
