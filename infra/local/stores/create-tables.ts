import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  ResourceInUseException,
  UpdateTableCommand,
} from "@aws-sdk/client-dynamodb"
import { schemaKey, schemaVersion } from "@/lib/store/schema-version"
import * as shape from "@/lib/store/table-description"

type Key = { readonly hash: string; readonly range?: string }
type Carries = "all" | readonly string[]

const keySchema = ({ hash, range }: Key) => [
  { AttributeName: hash, KeyType: "HASH" as const },
  ...(range ? [{ AttributeName: range, KeyType: "RANGE" as const }] : []),
]

const projection = (carries: Carries) =>
  carries === "all"
    ? { ProjectionType: "ALL" as const }
    : { ProjectionType: "INCLUDE" as const, NonKeyAttributes: [...carries] }

const attributes = (keys: readonly Key[]) =>
  [...new Set(keys.flatMap(({ hash, range }) => (range ? [hash, range] : [hash])))].map((name) => ({
    AttributeName: name,
    AttributeType: "S" as const,
  }))

const indexes = Object.entries(shape.table.indexes).map(([index, { carries, ...key }]) => ({
  IndexName: index,
  KeySchema: keySchema(key),
  Projection: projection(carries),
}))

const mainTable = (name: string): CreateTableCommandInput => ({
  TableName: name,
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: attributes([shape.table.key, ...Object.values(shape.table.indexes)]),
  KeySchema: keySchema(shape.table.key),
  GlobalSecondaryIndexes: indexes,
  StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
})

const limitsTable = (name: string): CreateTableCommandInput => ({
  TableName: name,
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: attributes([shape.limits.key]),
  KeySchema: keySchema(shape.limits.key),
})

/** @returns whether there was none */
const create = async (client: DynamoDBClient, input: CreateTableCommandInput) => {
  try {
    await client.send(new CreateTableCommand(input))
    return true
  } catch (error) {
    if (error instanceof ResourceInUseException) return false
    throw error
  }
}

/** What was never filled has the present schema. */
const noteSchema = (name: string) =>
  new PutItemCommand({
    TableName: name,
    Item: { pk: { S: schemaKey.pk }, sk: { S: schemaKey.sk }, version: { N: String(schemaVersion) } },
  })

/** Indexes that an earlier version of the portal did not have. One is added at a time, as on AWS. */
const addIndexes = async (
  client: DynamoDBClient,
  { TableName, AttributeDefinitions }: CreateTableCommandInput,
) => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }))
  const known = Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? []
  for (const index of indexes.filter(({ IndexName }) => !known.includes(IndexName)))
    await client.send(
      new UpdateTableCommand({
        TableName,
        AttributeDefinitions,
        GlobalSecondaryIndexUpdates: [{ Create: index }],
      }),
    )
}

/** Creates what `lib/store/table-description.ts` describes, or what a table that exists lacks of it. */
export const createTables = async (names: { readonly table: string; readonly limits: string }) => {
  const client = new DynamoDBClient({})
  try {
    const main = mainTable(names.table)
    if (await create(client, main)) await client.send(noteSchema(names.table))
    else await addIndexes(client, main)
    await create(client, limitsTable(names.limits))
  } finally {
    client.destroy()
  }
}
