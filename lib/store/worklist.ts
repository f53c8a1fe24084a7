import { QueryCommand } from "@aws-sdk/lib-dynamodb"
import { setting } from "@/lib/kernel/config"
import { documents } from "./table"

/** What is due in a queue, and nobody has taken yet. */
export type Due = {
  /** At most `dueMax` of each partition are counted. */
  readonly count: number
  readonly isMore: boolean
  /** When the first of them was due; absent where none is. */
  readonly since?: string
}

const dueMax = 500

/**
 * Counts what is due in some partitions of the worklists, each sorted by the time at which its rows are due.
 * @param now what is due later does not count
 */
export const dueIn = async (partitions: readonly string[], now: string): Promise<Due> => {
  const pages = await Promise.all(
    partitions.map((partition) =>
      documents.send(
        new QueryCommand({
          TableName: setting("TABLE_NAME"),
          IndexName: "worklist",
          KeyConditionExpression: "wl_pk = :partition AND wl_sk BETWEEN :first AND :now",
          // What is never due has no time in its key, and sorts before.
          ExpressionAttributeValues: { ":partition": partition, ":first": "0", ":now": now },
          ProjectionExpression: "wl_sk",
          Limit: dueMax,
        }),
      ),
    ),
  )
  const keys = pages.flatMap(({ Items = [] }) => Items.map(({ wl_sk }) => String(wl_sk))).toSorted()
  const [since] = keys[0]?.split("#") ?? []
  return {
    count: keys.length,
    isMore: pages.some(({ LastEvaluatedKey }) => LastEvaluatedKey !== undefined),
    ...(since ? { since } : {}),
  }
}
