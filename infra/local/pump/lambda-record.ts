import type { AttributeValue, _Record as StreamRecord } from "@aws-sdk/client-dynamodb-streams"
import type { DynamoDBRecord, AttributeValue as LambdaValue } from "aws-lambda"

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")

const valueForLambda = (value: AttributeValue): LambdaValue => {
  if (value.B !== undefined) return { B: base64(value.B) }
  if (value.BS !== undefined) return { BS: value.BS.map(base64) }
  if (value.L !== undefined) return { L: value.L.map(valueForLambda) }
  if (value.M !== undefined) return { M: imageForLambda(value.M) }
  return value as LambdaValue
}

const imageForLambda = (image: Record<string, AttributeValue>) =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, valueForLambda(value)]))

/** A record as GetRecords gives it to the SDK, in the JSON that Lambda hands to a handler. */
export const recordForLambda = (record: StreamRecord, streamArn: string): DynamoDBRecord => {
  const { Keys, NewImage, OldImage, ApproximateCreationDateTime, ...change } = record.dynamodb ?? {}
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: record.eventSource,
    awsRegion: record.awsRegion,
    eventSourceARN: streamArn,
    dynamodb: {
      ...change,
      ...(ApproximateCreationDateTime
        ? { ApproximateCreationDateTime: Math.floor(ApproximateCreationDateTime.getTime() / 1000) }
        : {}),
      ...(Keys ? { Keys: imageForLambda(Keys) } : {}),
      ...(NewImage ? { NewImage: imageForLambda(NewImage) } : {}),
      ...(OldImage ? { OldImage: imageForLambda(OldImage) } : {}),
    },
  } as DynamoDBRecord
}
