import { DescribeTableCommand } from "@aws-sdk/client-dynamodb"
import { expect, it } from "vitest"
import * as shape from "@/infra/shape"
import { dynamo } from "@/lib/store/table"

it("creates the table that the shape describes", async () => {
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: process.env.TABLE_NAME }))
  expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).sort()).toEqual(
    Object.keys(shape.table.indexes).sort(),
  )
  expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: "NEW_IMAGE" })
})
