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
import { PutCommand, TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb"
import { setting } from "@/lib/kernel/config"
import { DomainError, isDomainError } from "@/lib/kernel/errors"
import { log } from "@/lib/kernel/log"
import { retry } from "@/lib/kernel/retry"
import { isStoreSilent } from "@/lib/kernel/store-silent"
import { findItem } from "./query"
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

/**
 * Writes all or nothing: the only place where the table is changed. A single put is whole by itself and costs half
 * of what a transaction does. A clash with other writes, and a throttled one, is tried again. Each write carries a
 * token, by which a try that was done without an answer is known again.
 * @throws {ConditionFailed} when a condition did not hold
 * @throws {DomainError} unavailable: `not-stored`, also when a clash or a throttle does not end; `outcome-unknown`,
 * when the store fell silent and may have written or not
 */
export const transact = async (writes: readonly Write[]): Promise<void> => {
  let isUnsure = false
  const unsure = () => {
    isUnsure = true
  }
  try {
    await retry(
      () => send(writes, unsure),
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

/** How long a write whose answer was lost is asked after. */
const probeMsMax = 2_000

const send = async (writes: readonly Write[], unsure: () => void): Promise<void> => {
  const [only, ...others] = writes
  const token = randomUUID()
  if (only?.Put && others.length === 0) return sendPut(only.Put, token, unsure)
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

/** The attribute that says by which write an item came. */
const tokenName = "write"

const sendPut = async (only: NonNullable<Write["Put"]>, token: string, unsure: () => void): Promise<void> => {
  const Item = only.ConditionExpression ? { ...only.Item, [tokenName]: token } : only.Item
  let isLost = false
  try {
    await watched(
      () => documents.send(new PutCommand({ ...only, Item })),
      () => {
        isLost = true
      },
    )
  } catch (error) {
    if (!isLost) throw error
    // It fails of the own write, of which the answer was lost, or of a rival's; or nothing was ever answered.
    const { pk, sk } = only.Item ?? {}
    const key = { pk: String(pk), sk: String(sk) }
    const found = await findItem(key, AbortSignal.timeout(probeMsMax)).catch(() => undefined)
    if (only.ConditionExpression && found?.[tokenName] === token) return
    if (failedConditions(error).length > 0 && found) throw error
    unsure()
    throw failedConditions(error).length > 0 ? new Error("condition of a write not known to be done") : error
  }
}
