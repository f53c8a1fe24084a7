import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb"
import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import { documents } from "./table"

// In the table of the counters, which has no stream: nobody reacts to it.
const keyOf = (consumer: string) => ({ key: `lag:${consumer}` })

const Lag = z.object({ at: z.iso.datetime(), seconds: z.number() })

/** Notes how old the oldest event was that a consumer of the stream had just in hand. */
export const writeLag = async (consumer: string, lag: z.infer<typeof Lag>): Promise<void> => {
  await documents.send(
    new PutCommand({ TableName: setting("LIMITS_TABLE_NAME"), Item: { ...keyOf(consumer), ...lag } }),
  )
}

/** What was noted last; undefined where nothing was yet. */
export const readLag = async (consumer: string): Promise<z.infer<typeof Lag> | undefined> => {
  const command = new GetCommand({ TableName: setting("LIMITS_TABLE_NAME"), Key: keyOf(consumer) })
  const { Item } = await documents.send(command)
  return Item && Lag.parse(Item)
}
