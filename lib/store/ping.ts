import { HeadBucketCommand } from "@aws-sdk/client-s3"
import { GetCommand } from "@aws-sdk/lib-dynamodb"
import { setting } from "@/lib/kernel/config"
import { inBucket, s3 } from "./objects/client"
import { documents } from "./table"

/** @throws {Error} when the table does not answer before the signal */
export const pingTable = async (abortSignal: AbortSignal): Promise<void> => {
  const command = new GetCommand({ TableName: setting("TABLE_NAME"), Key: { pk: "health", sk: "health" } })
  await documents.send(command, { abortSignal })
}

/** @throws {Error} when the bucket does not answer before the signal */
export const pingBucket = async (abortSignal: AbortSignal): Promise<void> => {
  await s3.send(new HeadBucketCommand(inBucket()), { abortSignal })
}
