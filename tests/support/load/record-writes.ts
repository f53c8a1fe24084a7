import { GetCommand } from "@aws-sdk/lib-dynamodb"
import { documents } from "@/lib/store/table"
import { table } from "@/lib/store/table-description"
import { unitsOf } from "./item-size"

/** One write as DynamoDB bills and spreads it: so many units on one partition key of a table or an index. */
export type KeyWrite = {
  /** `Table`, `Limits` or the index. */
  readonly of: string
  readonly key: string
  readonly units: number
}

export type Recording = {
  readonly writes: readonly KeyWrite[]
  /** Items of the table that were changed: each is a record of the stream. */
  readonly changes: number
  /** Events among them, which the reactions are called for. */
  readonly events: number
}

type Item = Readonly<Record<string, unknown>>
type Target = { readonly table: string; readonly key: Item; readonly isTransaction: boolean }
type Params = { readonly TableName?: string; readonly Key?: Item; readonly Item?: Item }

const text = (value: unknown) =>
  typeof value === "object" && value !== null && "S" in value ? String(value.S) : String(value)

const keyOf = ({ TableName = "", Key, Item = {} }: Params, isTransaction: boolean): Target => {
  const from = Key ?? Item
  const names = TableName === process.env.LIMITS_TABLE_NAME ? ["key"] : [table.key.hash, table.key.range]
  return {
    table: TableName,
    key: Object.fromEntries(names.map((name) => [name, text(from[name])])),
    isTransaction,
  }
}

type Input = Params & { readonly TransactItems?: readonly object[] }

const targetsOf = (command: string, input: Input) => {
  if (/^(Put|Update|Delete)Item/.test(command)) return [keyOf(input, false)]
  return (input.TransactItems ?? []).map((item) => {
    const [params] = Object.values(item) as Params[]
    return keyOf(params ?? {}, true)
  })
}

const read = async ({ table: TableName, key: Key }: Target): Promise<Item | undefined> =>
  (await documents.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item

/** What one index carries of an item, if it carries it at all. */
const entryIn = (name: keyof typeof table.indexes, item: Item | undefined): Item | undefined => {
  const { hash, range, carries } = table.indexes[name]
  if (!item?.[hash]) return undefined
  const carried = carries === "all" ? Object.keys(item) : [...carries, hash, range, "pk", "sk"]
  return Object.fromEntries(carried.flatMap((field) => (field in item ? [[field, item[field]]] : [])))
}

/** An entry that changed its key is taken out under the one and put in under the other. */
const indexWrites = (before: Item | undefined, after: Item | undefined): KeyWrite[] =>
  (Object.keys(table.indexes) as (keyof typeof table.indexes)[]).flatMap((of) => {
    const { hash, range } = table.indexes[of]
    const [old, now] = [entryIn(of, before), entryIn(of, after)]
    if (JSON.stringify(old) === JSON.stringify(now)) return []
    const isMoved = old?.[hash] !== now?.[hash] || old?.[range] !== now?.[range]
    const entries = isMoved ? [old, now] : [now]
    return entries.flatMap((entry) =>
      entry ? [{ of, key: String(entry[hash]), units: unitsOf(entry) }] : [],
    )
  })

const writesOf = (target: Target, before: Item | undefined, after: Item | undefined): KeyWrite[] => {
  const isLimits = target.table === process.env.LIMITS_TABLE_NAME
  const units = Math.max(unitsOf(before ?? {}), unitsOf(after ?? {})) * (target.isTransaction ? 2 : 1)
  const own = { of: isLimits ? "Limits" : "Table", key: String(target.key.key ?? target.key.pk), units }
  return [own, ...(isLimits ? [] : indexWrites(before, after))]
}

/** Runs the portal's own code, one thing after the other, and takes down what each of its writes costs which key. */
export const recordWrites = async (run: () => Promise<unknown>): Promise<Recording> => {
  const writes: KeyWrite[] = []
  const counted = { changes: 0, events: 0 }
  const name = "record-writes"
  documents.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        const targets = targetsOf(commandName.replace("Command", ""), args.input as Input)
        const before = await Promise.all(targets.map(read))
        const result = await next(args)
        const after = await Promise.all(targets.map(read))
        for (const [at, target] of targets.entries()) {
          writes.push(...writesOf(target, before[at], after[at]))
          if (target.table === process.env.LIMITS_TABLE_NAME) continue
          counted.changes += 1
          const { __edb_e__: entity, version, decision } = after[at] ?? {}
          const isDecision = (decision as { seq?: unknown } | undefined)?.seq === version
          if (entity === "event" || (decision !== undefined && isDecision)) counted.events += 1
        }
        return result
      },
    { step: "initialize", name },
  )
  try {
    await run()
  } finally {
    documents.middlewareStack.remove(name)
  }
  return { writes, ...counted }
}
