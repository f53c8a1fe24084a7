import { GetCommand, paginateQuery } from "@aws-sdk/lib-dynamodb"
import { setting } from "@/lib/kernel/config"
import { documents } from "./table"

type Filter = {
  readonly expression: string
  readonly names: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, unknown>>
}

/** The items of one partition that pass a filter, whatever entities they are of. */
export async function* itemsOf(
  partition: string,
  { expression, names, values }: Filter,
): AsyncGenerator<Record<string, unknown>> {
  const pages = paginateQuery(
    { client: documents },
    {
      TableName: setting("TABLE_NAME"),
      ConsistentRead: true,
      KeyConditionExpression: "pk = :partition",
      FilterExpression: expression,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ...values, ":partition": partition },
    },
  )
  for await (const { Items = [] } of pages) yield* Items
}

export const findItem = async (
  key: Readonly<Record<"pk" | "sk", string>>,
  abortSignal?: AbortSignal,
): Promise<Record<string, unknown> | undefined> => {
  const command = new GetCommand({ TableName: setting("TABLE_NAME"), Key: key, ConsistentRead: true })
  return (await documents.send(command, { abortSignal })).Item
}
