import { randomUUID } from "node:crypto"
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb"
import { PutCommand, type TransactWriteCommandInput, UpdateCommand } from "@aws-sdk/lib-dynamodb"
import { findItem, type Key } from "./query"
import { documents } from "./table"
import { watched } from "./tries"

type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number]
type Update = NonNullable<Write["Update"]>

/** How long a write whose answer was lost is asked after. */
export const probeMsMax = 2_000

/** The attribute that says by which write an item came to stand as it does. */
const tokenName = "write"

/** A write that is whole by itself. */
type Alone = {
  readonly key: Key
  readonly isConditional: boolean
  /** @param token under which the item says by which write it came; on a condition only */
  readonly send: (token: string) => Promise<unknown>
}

export const aloneOf = ({ Put, Update }: Write = {}, isVersioned: boolean): Alone | undefined => {
  if (Put) {
    const isConditional = Put.ConditionExpression !== undefined
    return {
      key: keyIn(Put.Item),
      isConditional,
      send: (token) =>
        documents.send(
          new PutCommand({ ...Put, Item: isConditional ? { ...Put.Item, [tokenName]: token } : Put.Item }),
        ),
    }
  }
  if (!Update || !isVersioned) return undefined
  return {
    key: keyIn(Update.Key),
    isConditional: true,
    send: (token) => documents.send(new UpdateCommand(tokened(Update, token))),
  }
}

const isRefused = (error: unknown) => error instanceof ConditionalCheckFailedException

const keyIn = ({ pk, sk }: Readonly<Record<string, unknown>> = {}): Key => ({
  pk: String(pk),
  sk: String(sk),
})

const tokened = (update: Update, token: string): Update => ({
  ...update,
  // Each update sets something: the version at least.
  UpdateExpression: update.UpdateExpression?.replace("SET ", "SET #write = :write, "),
  ExpressionAttributeNames: { ...update.ExpressionAttributeNames, "#write": tokenName },
  ExpressionAttributeValues: { ...update.ExpressionAttributeValues, ":write": token },
})

/**
 * Sends a write that is whole by itself, under a token by which a try that was done without an answer is known again.
 * @param unsure told when it may have been done or not
 */
export const sendAlone = async (
  { key, isConditional, send: sendOnce }: Alone,
  unsure: () => void,
): Promise<void> => {
  const token = randomUUID()
  let isLost = false
  try {
    await watched(
      () => sendOnce(token),
      () => {
        isLost = true
      },
    )
  } catch (error) {
    if (!isLost) throw error
    // It fails of the own write, of which the answer was lost, or of a rival's; or nothing was ever answered.
    const found = await findItem(key, AbortSignal.timeout(probeMsMax)).catch(() => undefined)
    if (isConditional && found?.[tokenName] === token) return
    if (isRefused(error) && found) throw error
    unsure()
    throw isRefused(error) ? new Error("condition of a write not known to be done") : error
  }
}
