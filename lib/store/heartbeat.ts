import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb"
import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import { documents } from "./table"

// In the table of the counters, which has no stream: nobody reacts to a heartbeat.
const key = { key: "heartbeat:pipeline" }

export const writeHeartbeat = async (at: string): Promise<void> => {
  await documents.send(new PutCommand({ TableName: setting("LIMITS_TABLE_NAME"), Item: { ...key, at } }))
}

export const readHeartbeat = async (abortSignal: AbortSignal): Promise<string | undefined> => {
  const command = new GetCommand({
    TableName: setting("LIMITS_TABLE_NAME"),
    Key: key,
    ConsistentRead: true,
  })
  const { Item } = await documents.send(command, { abortSignal })
  return Item && z.object({ at: z.iso.datetime() }).parse(Item).at
}
