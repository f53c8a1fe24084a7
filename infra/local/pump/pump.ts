import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams"
import { deadLetterFolder } from "./dead-letters"
import type { Delivery } from "./deliver"
import { deliverFairly, type FairConsumer } from "./deliver-fairly"
import { journalReader } from "./journal-source"
import { openProgressStore } from "./progress-store"
import { shardReader, shardsOf } from "./stream-source"

/** Called again and again, as a schedule does on AWS. */
type Repeated = {
  readonly name: string
  readonly everyMs: number
  readonly call: () => Promise<unknown>
}

export type PumpOptions = {
  readonly dataDir: string
  readonly tableName: string
  readonly stream: readonly FairConsumer[]
  readonly journal?: {
    readonly s3Url: string
    readonly secretAccessKey: string
    readonly consumers: readonly FairConsumer[]
  }
  readonly repeated?: readonly Repeated[]
  readonly triesMax?: number
  readonly log: (line: string) => void
}

const shardsEveryMs = 5_000

const streamArnOf = async (tableName: string) => {
  const client = new DynamoDBClient({})
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }))
    if (!Table?.LatestStreamArn) throw new Error(`Table ${tableName} has no stream`)
    return Table.LatestStreamArn
  } finally {
    client.destroy()
  }
}

/** Reads each shard after its parent, so that the events of one file stay in order; finds shards that come later. */
const followStream = async (
  client: DynamoDBStreamsClient,
  streamArn: string,
  consumer: FairConsumer,
  delivery: Delivery,
  signal: AbortSignal,
) => {
  const running = new Map<string, Promise<void>>()
  const closed = new Set<string>()
  while (!signal.aborted) {
    const shards = await shardsOf(client, streamArn).catch(() => [])
    const known = new Set(shards.map(({ ShardId }) => ShardId))
    for (const { ShardId: id, ParentShardId: parent } of shards) {
      if (!id || running.has(id)) continue
      if (parent && known.has(parent) && !closed.has(parent)) continue
      const lane = { consumer: consumer.name, source: `${streamArn}/${id}` }
      const from = delivery.progress.of(lane).position
      const read = shardReader(client, streamArn, id, from, delivery.log)
      const done = deliverFairly(delivery, consumer, lane, read, signal)
      running.set(
        id,
        done.then(() => void closed.add(id)),
      )
    }
    await pause(running.size === 0 ? 200 : shardsEveryMs, undefined, { signal }).catch(() => undefined)
  }
  await Promise.all(running.values())
}

const repeat = async ({ name, everyMs, call }: Repeated, delivery: Delivery, signal: AbortSignal) => {
  while (!signal.aborted) {
    await call().catch((error: unknown) => delivery.log(`${name}: failed: ${error}`))
    await pause(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

/** Carries events to the handlers that Lambda calls on AWS, until `signal` is aborted. */
export const pump = async (options: PumpOptions, signal: AbortSignal): Promise<void> => {
  const { dataDir, tableName, stream, journal, repeated = [], triesMax = 10, log } = options
  const progress = openProgressStore(join(dataDir, "pump.sqlite"))
  const delivery: Delivery = { progress, folder: deadLetterFolder(dataDir), triesMax, log }
  const client = new DynamoDBStreamsClient({})
  try {
    const streamArn = await streamArnOf(tableName)
    const work = stream.map((consumer) => followStream(client, streamArn, consumer, delivery, signal))
    if (journal) {
      const { consumers, s3Url, secretAccessKey } = journal
      for (const consumer of consumers) {
        const lane = { consumer: consumer.name, source: "s3" }
        const read = journalReader(s3Url, secretAccessKey, progress.of(lane).position)
        work.push(deliverFairly(delivery, consumer, lane, read, signal))
      }
    }
    work.push(...repeated.map((one) => repeat(one, delivery, signal)))
    await Promise.all(work)
  } finally {
    client.destroy()
    progress.close()
  }
}
