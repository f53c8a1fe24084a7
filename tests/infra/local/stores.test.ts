import { DescribeTableCommand } from "@aws-sdk/client-dynamodb"
import { GetBucketCorsCommand, HeadBucketCommand } from "@aws-sdk/client-s3"
import { expect, it } from "vitest"
import { s3 } from "@/lib/store/objects/client"
import { dynamo } from "@/lib/store/table"
import * as shape from "@/lib/store/table-description"

it("creates the table that the shape describes", async () => {
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: process.env.TABLE_NAME }))
  expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).sort()).toEqual(
    Object.keys(shape.table.indexes).sort(),
  )
  expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: "NEW_IMAGE" })
})

it("creates the bucket, open to uploads from the site's own pages only", async () => {
  const Bucket = process.env.EVIDENCE_BUCKET
  await s3.send(new HeadBucketCommand({ Bucket }))
  const { CORSRules } = await s3.send(new GetBucketCorsCommand({ Bucket }))
  expect(CORSRules).toMatchObject([
    { AllowedOrigins: ["http://localhost:3000"], AllowedMethods: ["POST", "PUT"], ExposeHeaders: ["ETag"] },
  ])
})
