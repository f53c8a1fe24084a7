import { randomUUID } from "node:crypto"
import {
  ConditionalCheckFailedException,
  ProvisionedThroughputExceededException,
  RequestLimitExceeded,
  ThrottlingException,
  TransactionCanceledException,
  TransactionConflictException,
  TransactionInProgressException,
} from "@aws-sdk/client-dynamodb"
import { TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb"
import { setting } from "@/lib/kernel/config"
import { DomainError, isDomainError } from "@/lib/kernel/errors"
import { log } from "@/lib/kernel/log"
import { retry } from "@/lib/kernel/retry"
import { isStoreSilent } from "@/lib/kernel/store-silent"
import { aloneOf, probeMsMax, sendAlone } from "./alone"
import { documents } from "./table"
import { watched } from "./tries"

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

/** That another item still stands as it was read, or nothing is written. */
export const checkItem = (
  key: Readonly<Record<"pk" | "sk", string>>,
  { condition, names, values }: Omit<RawUpdate, "update">,
): Write => ({
  ConditionCheck: {
    TableName: setting("TABLE_NAME"),
    Key: key,
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

const passing = ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]

/** A clash of writes in flight, or too many of them for the table, which says nothing about the conditions. */
const isPassing = (error: unknown) =>
  error instanceof TransactionConflictException ||
  error instanceof TransactionInProgressException ||
  isThrottled(error) ||
  reasonsOf(error).some(({ Code = "" }) => passing.includes(Code))

const isThrottled = (error: unknown) =>
  error instanceof ProvisionedThroughputExceededException ||
  error instanceof RequestLimitExceeded ||
  error instanceof ThrottlingException

type Nature = {
  /** Each update moves a version that its condition names, so that it holds once only. */
  readonly isVersioned?: boolean
}

/**
 * Writes all or nothing: the only place where the table is changed. A single put is whole by itself and costs half
 * of what a transaction does, and so is a single update that holds once only. A clash with other writes, and a throttled
 * one, is tried again. Each write carries a token, by which a try that was done without an answer is known again.
 * @throws {ConditionFailed} when a condition did not hold
 * @throws {DomainError} unavailable: `not-stored`, also when a clash or a throttle does not end; `outcome-unknown`,
 * when the store fell silent and may have written or not
 */
export const transact = async (
  writes: readonly Write[],
  { isVersioned = false }: Nature = {},
): Promise<void> => {
  const alone = writes.length === 1 ? aloneOf(writes[0], isVersioned) : undefined
  let isUnsure = false
  const unsure = () => {
    isUnsure = true
  }
  try {
    await retry(
      () => (alone ? sendAlone(alone, unsure) : send(writes, unsure)),
      (error) => isPassing(error) && failedConditions(error).length === 0,
    )
  } catch (error) {
    const failed = failedConditions(error)
    if (failed.length > 0) throw new ConditionFailed(failed)
    if (isDomainError(error)) throw error
    if (isUnsure) throw silent("outcome-unknown", error)
    if (isPassing(error)) throw new DomainError("unavailable", { reason: "not-stored", retryAfterSeconds: 1 })
    throw isStoreSilent(error) ? silent("not-stored", error) : error
  }
}

const silentRetrySeconds = 5

const silent = (reason: "outcome-unknown" | "not-stored", error: unknown) => {
  log.error({ err: error, reason }, "store silent")
  return new DomainError("unavailable", { reason, retryAfterSeconds: silentRetrySeconds })
}

const send = async (writes: readonly Write[], unsure: () => void): Promise<void> => {
  const token = randomUUID()
  const command = () => new TransactWriteCommand({ TransactItems: [...writes], ClientRequestToken: token })
  let isLost = false
  try {
    await watched(
      () => documents.send(command()),
      () => {
        isLost = true
      },
    )
  } catch (error) {
    if (!isLost || failedConditions(error).length > 0) throw error
    // Under the same token: where it was done, this does nothing and says so.
    await documents
      .send(command(), { abortSignal: AbortSignal.timeout(probeMsMax) })
      .catch((second: unknown) => {
        if (failedConditions(second).length > 0) throw second
        unsure()
        throw error
      })
  }
}
