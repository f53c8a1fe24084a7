import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb"
import { GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb"
import { setting } from "@/lib/kernel/config"
import { documents } from "./table"

/** Something that is counted, in a time that begins with the first. */
export type Window = { readonly key: string; readonly windowSeconds: number }

export type Count = { readonly count: number; readonly secondsLeft: number }

/** A counter's record. It expires when its window ends (epoch seconds), and is deleted some time after. */
type Counter = { readonly points: number; readonly expire: number }

const nowSeconds = () => Date.now() / 1000

const at = ({ key }: Window, of: string) => ({
  TableName: setting("LIMITS_TABLE_NAME"),
  Key: { key: `${key}:${of}` },
})

const countIn = ({ points, expire }: Counter): Count => ({
  count: points,
  secondsLeft: Math.ceil(expire - nowSeconds()),
})

/**
 * Counts `points` more of one origin, tip or whatever `of` names, and says how many there are in the window with them.
 * One request, or two for the first count after a window that the store has not deleted yet.
 */
export const countOne = async (window: Window, of: string, points = 1): Promise<Count> => {
  const begun = await add(window, of, points)
  if (begun.expire > nowSeconds()) return countIn(begun)
  const anew = await beginAnew(window, of, points, begun.expire)
  return anew ? countIn(anew) : countOne(window, of, points)
}

const endOf = ({ windowSeconds }: Window) => nowSeconds() + windowSeconds

const add = async (window: Window, of: string, points: number) => {
  const { Attributes } = await documents.send(
    new UpdateCommand({
      ...at(window, of),
      UpdateExpression: "SET expire = if_not_exists(expire, :end) ADD points :points",
      ExpressionAttributeValues: { ":end": endOf(window), ":points": points },
      ReturnValues: "ALL_NEW",
    }),
  )
  return Attributes as Counter
}

/** @returns undefined when somebody else was first to begin the next window */
const beginAnew = async (window: Window, of: string, points: number, ended: number) => {
  try {
    const { Attributes } = await documents.send(
      new UpdateCommand({
        ...at(window, of),
        UpdateExpression: "SET expire = :end, points = :points",
        ConditionExpression: "expire = :ended",
        ExpressionAttributeValues: { ":end": endOf(window), ":points": points, ":ended": ended },
        ReturnValues: "ALL_NEW",
      }),
    )
    return Attributes as Counter
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined
    throw error
  }
}

/** How many were counted in the present window. */
export const countedIn = async (window: Window, of: string): Promise<Count> => {
  const { Item } = await documents.send(new GetCommand(at(window, of)))
  const counter = Item as Counter | undefined
  return counter && counter.expire > nowSeconds()
    ? countIn(counter)
    : { count: 0, secondsLeft: window.windowSeconds }
}
