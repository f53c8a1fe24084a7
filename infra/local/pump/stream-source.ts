import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams"
import type { Entry } from "./deliver"
import { recordForLambda } from "./lambda-record"

export const shardsOf = async (
  client: DynamoDBStreamsClient,
  streamArn: string,
): Promise<readonly Shard[]> => {
  const shards: Shard[] = []
  let after: string | undefined
  do {
    const { StreamDescription: page } = await client.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ExclusiveStartShardId: after }),
    )
    shards.push(...(page?.Shards ?? []))
    after = page?.LastEvaluatedShardId
  } while (after)
  return shards
}

/** Pages of one shard from a position on; `"closed"` once the shard will never bring another record. */
export const shardReader = (
  client: DynamoDBStreamsClient,
  streamArn: string,
  shardId: string,
  startAfter: string | undefined,
  log: (line: string) => void,
) => {
  let position = startAfter
  let iterator: string | undefined

  const open = async (after: string | undefined) => {
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({
        StreamArn: streamArn,
        ShardId: shardId,
        ...(after
          ? { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after }
          : { ShardIteratorType: "TRIM_HORIZON" }),
      }),
    )
    return ShardIterator
  }

  return async (): Promise<readonly Entry[] | "closed"> => {
    try {
      iterator ??= await open(position)
      const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 100 }))
      const entries = (page.Records ?? []).map((record) => ({
        position: record.dynamodb?.SequenceNumber ?? "",
        record: recordForLambda(record, streamArn),
      }))
      position = entries.at(-1)?.position ?? position
      iterator = page.NextShardIterator
      return iterator === undefined && entries.length === 0 ? "closed" : entries
    } catch (error) {
      iterator = undefined
      if (error instanceof TrimmedDataAccessException) {
        log(
          `EVENTS WERE TRIMMED after ${position} in ${shardId} before they were delivered; going on with the oldest kept`,
        )
        position = undefined
        return []
      }
      if (error instanceof ExpiredIteratorException) return []
      throw error
    }
  }
}
