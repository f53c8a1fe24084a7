import { DescribeTableCommand } from "@aws-sdk/client-dynamodb"
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from "@aws-sdk/client-dynamodb-streams"
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda"
import { setting } from "@/lib/kernel/config"
import { dynamo } from "@/lib/store/table"

type Handler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>

const streams = new DynamoDBStreamsClient({
  endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "",
  region: process.env.AWS_REGION ?? "us-east-1",
})

/** Every record of this test's table since it was made. */
export const allRecords = async (): Promise<DynamoDBRecord[]> => {
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: setting("TABLE_NAME") }))
  const StreamArn = Table?.LatestStreamArn
  const described = await streams.send(new DescribeStreamCommand({ StreamArn }))
  const records: DynamoDBRecord[] = []
  for (const { ShardId } of described.StreamDescription?.Shards ?? []) {
    const start = await streams.send(
      new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" }),
    )
    let ShardIterator = start.ShardIterator
    while (ShardIterator) {
      const page = await streams.send(new GetRecordsCommand({ ShardIterator }))
      // The stream's client and Lambda's types name the same record apart.
      records.push(...((page.Records ?? []) as unknown as DynamoDBRecord[]))
      if (!page.Records?.length) break
      ShardIterator = page.NextShardIterator
    }
  }
  return records
}

/**
 * Hands the whole stream to a consumer, again from its start each time, until what the reactions themselves wrote
 * is delivered too.
 * @throws {Error} when the consumer reports a failure
 */
export const deliver = async (handler: Handler): Promise<number> => {
  let seen = 0
  for (;;) {
    const records = await allRecords()
    if (records.length === seen) return seen
    const { batchItemFailures } = await handler({ Records: records })
    if (batchItemFailures.length > 0) throw new Error(`not delivered: ${JSON.stringify(batchItemFailures)}`)
    seen = records.length
  }
}
