import type {
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
  S3EventRecord,
  SQSBatchResponse,
  SQSEvent,
} from "aws-lambda"
import { reactedTo } from "@/lib/pipeline/reacted-to"
import type { Entry } from "./deliver"
import type { FairConsumer } from "./deliver-fairly"

const recordOf = (entry: Entry) => entry.record as DynamoDBRecord

/** The filter that stands before the reactions on AWS (`infra/stream-filter.ts`). */
export const isReactedTo = (record: unknown) => {
  const { eventName, dynamodb } = record as DynamoDBRecord
  const { __edb_e__: entity, type, decision, isMoved } = dynamodb?.NewImage ?? {}
  if (entity?.S === "tip")
    return eventName === "INSERT" || (eventName === "MODIFY" && isOneOf(decision?.M?.type?.S))
  return eventName === "INSERT" && entity?.S === "event" && isMoved === undefined && isOneOf(type?.S)
}

const isOneOf = (type: string | undefined) => reactedTo.some((reacted) => reacted === type)

/** Lambda takes an item identifier that it does not know, or none, for a failure of the whole batch. */
const doneBefore = (failures: readonly { itemIdentifier: string }[], positions: readonly string[]) => {
  const at = failures.map(({ itemIdentifier }) => positions.indexOf(itemIdentifier))
  return at.length === 0 ? positions.length : Math.max(0, Math.min(...at))
}

const streamLanes = 4

/** A reader of the table's stream, called as Lambda calls it with ReportBatchItemFailures. */
export const streamConsumer = (
  name: string,
  handler: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>,
): FairConsumer => ({
  name,
  lanes: streamLanes,
  // The events of one file follow each other; another file's do not wait for them.
  groupOf: (record) => {
    const { NewImage, Keys } = (record as DynamoDBRecord).dynamodb ?? {}
    return NewImage?.file?.S ?? Keys?.pk?.S ?? ""
  },
  isOrdered: true,
  wants: isReactedTo,
  call: async (entries) => {
    const response = await handler({ Records: entries.map(recordOf) })
    return doneBefore(
      response?.batchItemFailures ?? [],
      entries.map(({ position }) => position),
    )
  },
})

type Queue = {
  readonly name: string
  readonly bucket: string
  readonly prefix: string
  /** How many messages are in work at once, of which no two are about files of the same tip. */
  readonly lanes: number
}

/** A reader of the queue behind the bucket: one message at a time, whose body is the S3 notification. */
export const queueConsumer = (
  { name, bucket, prefix, lanes }: Queue,
  handler: (event: SQSEvent) => Promise<SQSBatchResponse | undefined>,
): FairConsumer => ({
  name,
  lanes,
  groupOf: (record) => (record as S3EventRecord).s3.object.key.split("/")[1] ?? "",
  wants: (record) => {
    const { s3 } = record as S3EventRecord
    return s3.bucket.name === bucket && s3.object.key.startsWith(prefix)
  },
  call: async (entries) => {
    const response = await handler({ Records: entries.map((entry) => message(name, entry)) })
    return doneBefore(
      response?.batchItemFailures ?? [],
      entries.map(({ position }) => position),
    )
  },
})

const message = (queue: string, { position, record }: Entry): SQSEvent["Records"][number] => ({
  messageId: position,
  receiptHandle: position,
  body: JSON.stringify({ Records: [record] }),
  attributes: {
    ApproximateReceiveCount: "1",
    SentTimestamp: String(Date.now()),
    SenderId: "local",
    ApproximateFirstReceiveTimestamp: String(Date.now()),
  },
  messageAttributes: {},
  md5OfBody: "",
  eventSource: "aws:sqs",
  eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:${queue}`,
  awsRegion: "us-east-1",
})
