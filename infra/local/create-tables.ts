import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ResourceInUseException,
} from "@aws-sdk/client-dynamodb"
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

const mainTable = (name: string): CreateTableCommandInput => ({
  TableName: name,
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: attributes([shape.table.key, ...Object.values(shape.table.indexes)]),
  KeySchema: keySchema(shape.table.key),
  GlobalSecondaryIndexes: Object.entries(shape.table.indexes).map(([index, { carries, ...key }]) => ({
    IndexName: index,
    KeySchema: keySchema(key),
    Projection: projection(carries),
  })),
  StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" },
})

const limitsTable = (name: string): CreateTableCommandInput => ({
  TableName: name,
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: attributes([shape.limits.key]),
  KeySchema: keySchema(shape.limits.key),
})

/** Creates what `lib/store/table-description.ts` describes; a table that exists is left as it is. */
export const createTables = async (names: { readonly table: string; readonly limits: string }) => {
  const client = new DynamoDBClient({})
  try {
    for (const input of [mainTable(names.table), limitsTable(names.limits)])
      await client.send(new CreateTableCommand(input)).catch((error: unknown) => {
        if (!(error instanceof ResourceInUseException)) throw error
      })
  } finally {
    client.destroy()
  }
}
