import { ConditionalCheckFailedException, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb"
import * as shape from "@/lib/store/table-description"

type Expiring = { readonly TableName: string; readonly keys: readonly string[]; readonly ttl: string }

export const expiringTables = (names: { readonly table: string; readonly limits: string }): Expiring[] => [
  { TableName: names.table, keys: Object.values(shape.table.key), ttl: shape.table.ttl },
  { TableName: names.limits, keys: Object.values(shape.limits.key), ttl: shape.limits.ttl },
]

/**
 * Deletes what has expired, as DynamoDB's TTL does by itself on AWS: the embedded one knows the setting and does
 * nothing about it. An item that was renewed meanwhile stays.
 * @returns how many went
 */
export const expireItems = async (tables: readonly Expiring[], now = new Date()): Promise<number> => {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}))
  // Not positive: for ever.
  const expired = {
    ExpressionAttributeValues: { ":none": 0, ":now": Math.floor(now.getTime() / 1000) },
  }
  const condition = "#ttl > :none AND #ttl < :now"
  let count = 0
  try {
    for (const { TableName, keys, ttl } of tables) {
      const names = Object.fromEntries(keys.map((key, at) => [`#key${at}`, key]))
      const pages = paginateScan(
        { client: documents },
        {
          TableName,
          ...expired,
          ExpressionAttributeNames: { ...names, "#ttl": ttl },
          FilterExpression: condition,
          ProjectionExpression: Object.keys(names).join(", "),
        },
      )
      for await (const { Items = [] } of pages)
        for (const Key of Items) {
          const gone = new DeleteCommand({
            TableName,
            Key,
            ...expired,
            ExpressionAttributeNames: { "#ttl": ttl },
            ConditionExpression: condition,
          })
          await documents.send(gone).then(
            () => (count += 1),
            (error: unknown) => {
              if (!(error instanceof ConditionalCheckFailedException)) throw error
            },
          )
        }
    }
    return count
  } finally {
    documents.destroy()
  }
}
