import { BatchGetCommand, GetCommand, paginateQuery } from "@aws-sdk/lib-dynamodb"
import { setting } from "@/lib/kernel/config"
import { documents } from "./table"
import { table } from "./table-description"

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

/** What an index carries under one of its keys, last first. */
export async function* itemsIn(
  index: keyof typeof table.indexes,
  partition: string,
): AsyncGenerator<Record<string, unknown>> {
  const pages = paginateQuery(
    { client: documents },
    {
      TableName: setting("TABLE_NAME"),
      IndexName: index,
      KeyConditionExpression: "#hash = :partition",
      ExpressionAttributeNames: { "#hash": table.indexes[index].hash },
      ExpressionAttributeValues: { ":partition": partition },
      ScanIndexForward: false,
    },
  )
  for await (const { Items = [] } of pages) yield* Items
}

export type Key = Readonly<Record<"pk" | "sk", string>>

export const findItem = async (
  key: Key,
  abortSignal?: AbortSignal,
): Promise<Record<string, unknown> | undefined> => {
  const command = new GetCommand({ TableName: setting("TABLE_NAME"), Key: key, ConsistentRead: true })
  return (await documents.send(command, { abortSignal })).Item
}

/** Where the item of a read lies that ElectroDB has built. */
export const keyOf = (built: { params: () => object }): Key => (built.params() as { Key: Key }).Key

/** What DynamoDB reads in one request. */
const readTogetherMax = 100

/**
 * Those of these different items that are there, in any order.
 * @param isConsistent as they stand after the last write, for twice the price
 */
export const findItems = async (
  keys: readonly Key[],
  { isConsistent = true } = {},
): Promise<Record<string, unknown>[]> => {
  const parts = Array.from({ length: Math.ceil(keys.length / readTogetherMax) }, (_, part) =>
    keys.slice(part * readTogetherMax, (part + 1) * readTogetherMax),
  )
  return (await Promise.all(parts.map((part) => readTogether(part, isConsistent)))).flat()
}

const readTogether = async (keys: readonly Key[], ConsistentRead: boolean) => {
  const name = setting("TABLE_NAME")
  const asked = { [name]: { Keys: [...keys], ConsistentRead } }
  const { Responses, UnprocessedKeys } = await documents.send(new BatchGetCommand({ RequestItems: asked }))
  // Left out by a table that is busy; one by one, the client tries again by itself.
  const left = await Promise.all((UnprocessedKeys?.[name]?.Keys ?? []).map((key) => findItem(key as Key)))
  return [...(Responses?.[name] ?? []), ...left.filter((item) => item !== undefined)]
}
