import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb"
import { documents } from "@/lib/store/table"

export type Units = { read: number; write: number; requests: number }

const counted: Units = { read: 0, write: 0, requests: 0 }
const writes = /^(Put|Update|Delete|TransactWrite|BatchWrite)/

documents.middlewareStack.add(
  (next, { commandName = "" }) =>
    async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" })
      const response = await next(args)
      const { ConsumedCapacity: consumed } = response.output as {
        ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[]
      }
      const units = [consumed ?? []].flat().reduce((all, { CapacityUnits = 0 }) => all + CapacityUnits, 0)
      counted[writes.test(commandName) ? "write" : "read"] += units
      counted.requests += 1
      return response
    },
  { step: "initialize", name: "countUnits" },
)

/** What DynamoDB itself says that `work` consumed, indexes included. */
export const unitsOf = async (work: () => Promise<unknown>): Promise<Units> => {
  const before = { ...counted }
  await work()
  return {
    read: counted.read - before.read,
    write: counted.write - before.write,
    requests: counted.requests - before.requests,
  }
}
