import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import { findItem } from "./query"
import { schemaKey as key } from "./schema-version"
import { transact } from "./transact"

const Stored = z.object({ version: z.int() })

/** The version of what is stored: 1 where nothing says so, which is also what an empty table says. */
export const storedSchema = async (signal?: AbortSignal): Promise<number> => {
  const item = await findItem(key, signal)
  return item ? Stored.parse(item).version : 1
}

/** Once data has the form of a later version, no slower migration can call it earlier again. */
export const writeSchema = async (version: number): Promise<void> =>
  transact([
    {
      Put: {
        TableName: setting("TABLE_NAME"),
        Item: { ...key, version },
        ConditionExpression: "attribute_not_exists(pk) OR #version <= :version",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":version": version },
      },
    },
  ])
