import { ScanCommand } from "@aws-sdk/lib-dynamodb"
import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import { documents } from "./table"

const Key = z.object({ pk: z.string(), sk: z.string() })
export type ItemKey = z.infer<typeof Key>

type Position = {
  readonly part: number
  readonly of: number
  /** As a page before gave it. */
  readonly after: string | undefined
}

const itemsAPage = 500

/** One page of the keys of all items. For checks of the whole table, never for what a visitor asks. */
export const scanKeys = async ({ part, of, after }: Position) => {
  const { Items = [], LastEvaluatedKey } = await documents.send(
    new ScanCommand({
      TableName: setting("TABLE_NAME"),
      Segment: part,
      TotalSegments: of,
      ProjectionExpression: "pk, sk",
      ConsistentRead: true,
      Limit: itemsAPage,
      ...(after ? { ExclusiveStartKey: Key.parse(JSON.parse(after)) } : {}),
    }),
  )
  return {
    keys: Items.map((item) => Key.parse(item)),
    next: LastEvaluatedKey ? JSON.stringify(LastEvaluatedKey) : undefined,
  }
}
