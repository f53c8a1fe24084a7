import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb"
import { PutCommand, TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb"
import { setting } from "@/lib/kernel/config"
import { DomainError } from "@/lib/kernel/errors"
import { retry } from "@/lib/kernel/retry"
import { documents } from "./table"

export type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number]

/** Anything that ElectroDB can turn into the parameters of one request. */
type Built = { params: () => object }

// ElectroDB types `params()` loosely; what it builds are the parameters of one DynamoDB request.
const request = <Request>(built: Built) => built.params() as Request

export const put = (built: Built): Write => ({ Put: request<NonNullable<Write["Put"]>>(built) })
export const update = (built: Built): Write => {
  const { ReturnValues: _, ...params } = request<NonNullable<Write["Update"]> & { ReturnValues?: string }>(
    built,
  )
  return { Update: params }
}
export const remove = (built: Built): Write => {
  const { ReturnValues: _, ...params } = request<NonNullable<Write["Delete"]> & { ReturnValues?: string }>(
    built,
  )
  return { Delete: params }
}

type RawUpdate = {
  readonly update: string
  readonly condition: string
  readonly names?: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, unknown>>
}

/** Of an item as it lies in the table, whatever entity it is of: for migrations. */
export const updateItem = (
  key: Readonly<Record<"pk" | "sk", string>>,
  { update: UpdateExpression, condition, names, values }: RawUpdate,
): Write => ({
  Update: {
    TableName: setting("TABLE_NAME"),
    Key: key,
    UpdateExpression,
    ConditionExpression: condition,
    ...(names ? { ExpressionAttributeNames: names } : {}),
    ...(values ? { ExpressionAttributeValues: values } : {}),
  },
})

/** A transaction that wrote nothing because condition number `failed` (and perhaps others) did not hold. */
export class ConditionFailed extends Error {
  readonly failed: readonly number[]
  constructor(failed: readonly number[]) {
    super(`conditions of writes ${failed.join(", ")} did not hold`)
    this.name = "ConditionFailed"
    this.failed = failed
  }
}

const reasonsOf = (error: unknown) =>
  error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []

const failedConditions = (error: unknown): number[] =>
  error instanceof ConditionalCheckFailedException
    ? [0]
    : reasonsOf(error).flatMap(({ Code }, at) => (Code === "ConditionalCheckFailed" ? [at] : []))

/** A clash of writes in flight says nothing about the conditions. */
const isClash = (error: unknown) =>
  error instanceof TransactionConflictException ||
  reasonsOf(error).some(({ Code }) => Code === "TransactionConflict")

/**
 * Writes all or nothing: the only place where the table is changed. A single put is whole by itself and costs half
 * of what a transaction does. A clash with other writes is tried again.
 * @throws {ConditionFailed} when a condition did not hold
 * @throws {DomainError} unavailable, when the clash does not end
 */
export const transact = async (writes: readonly Write[]): Promise<void> => {
  try {
    await retry(
      () => send(writes),
      (error) => isClash(error) && failedConditions(error).length === 0,
    )
  } catch (error) {
    const failed = failedConditions(error)
    if (failed.length > 0) throw new ConditionFailed(failed)
    throw isClash(error) ? new DomainError("unavailable", { retryAfterSeconds: 1 }) : error
  }
}

const send = async (writes: readonly Write[]) => {
  const [only, ...others] = writes
  if (only?.Put && others.length === 0) return documents.send(new PutCommand(only.Put))
  return documents.send(new TransactWriteCommand({ TransactItems: [...writes] }))
}
