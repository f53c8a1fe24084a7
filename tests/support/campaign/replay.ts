import { ScanCommand } from "@aws-sdk/lib-dynamodb"
import type { DynamoDBRecord } from "aws-lambda"
import { setting } from "@/lib/kernel/config"
import { canonical, sha256 } from "@/lib/kernel/crypto"
import { handler } from "@/lib/pipeline/react"
import { documents } from "@/lib/store/table"

const batchSize = 100
/** What a running portal writes by itself, without anything having happened. */
const restless = ["heartbeat", "space"]

/** Each item of the table by its key, as a hash. */
const snapshot = async (): Promise<Map<string, string>> => {
  const found = new Map<string, string>()
  let from: Record<string, unknown> | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new ScanCommand({ TableName: setting("TABLE_NAME"), ...(from ? { ExclusiveStartKey: from } : {}) }),
    )
    for (const item of Items)
      if (!restless.includes(String(item.__edb_e__)))
        found.set(`${item.pk} ${item.sk}`, sha256(canonical(item)))
    from = LastEvaluatedKey
  } while (from)
  return found
}

/** Hands all events over again, from the first. @returns the items that changed by it, which should be none */
export const replayFaults = async (records: readonly DynamoDBRecord[]): Promise<string[]> => {
  const before = await snapshot()
  const faults: string[] = []
  for (let at = 0; at < records.length; at += batchSize) {
    const { batchItemFailures } = await handler({ Records: records.slice(at, at + batchSize) })
    faults.push(...batchItemFailures.map(({ itemIdentifier }) => `${itemIdentifier}: failed`))
  }
  const after = await snapshot()
  for (const [key, hash] of after) if (before.get(key) !== hash) faults.push(`${key}: changed`)
  return faults
}

/** The milliseconds between each event and what a reaction wrote because of it, smallest first. */
export const lagsIn = (records: readonly DynamoDBRecord[]): number[] => {
  const at = new Map<string, number>()
  const lags: number[] = []
  for (const { dynamodb } of records) {
    const { NewImage = {} } = dynamodb ?? {}
    const carried = [NewImage.birth?.M, NewImage.decision?.M].find(
      (one) => one?.seq?.N === NewImage.version?.N,
    )
    const event = NewImage.__edb_e__?.S === "event" ? NewImage : (carried ?? {})
    const id = event.eventId?.S
    const time = Date.parse(event.at?.S ?? "")
    if (id === undefined || at.has(id)) continue
    at.set(id, time)
    const cause = at.get(event.causeId?.S ?? "")
    if (cause !== undefined) lags.push(time - cause)
  }
  return lags.toSorted((a, b) => a - b)
}
