import { PutCommand } from "@aws-sdk/lib-dynamodb"
import { beforeAll, describe, expect, it } from "vitest"
import { setting } from "@/lib/kernel/config"
import { findItems } from "@/lib/store/query"
import { documents } from "@/lib/store/table"

const keyOf = (at: number) => ({ pk: `together-${at}`, sk: "one" })
const present = [1, 2, 3].map((at) => ({ ...keyOf(at), at }))
const byKey = (items: readonly Record<string, unknown>[]) =>
  items.toSorted((a, b) => (String(a.pk) < String(b.pk) ? -1 : 1))

/** A batch is answered as a busy table may, as if it came by the wire: without what was asked, which is named. */
const whileBusy = async <Result>(run: () => Promise<Result>): Promise<Result> => {
  const name = "busy-table"
  const body = JSON.stringify({
    Responses: {},
    UnprocessedKeys: {
      [setting("TABLE_NAME")]: {
        Keys: [1, 2, 9].map((at) => ({ pk: { S: keyOf(at).pk }, sk: { S: "one" } })),
        ConsistentRead: true,
      },
    },
  })
  documents.middlewareStack.add(
    (next, { commandName }) =>
      async (call) =>
        commandName === "BatchGetItemCommand"
          ? { response: { statusCode: 200, headers: {}, body: Buffer.from(body) }, output: { $metadata: {} } }
          : next(call),
    { step: "deserialize", priority: "low", name },
  )
  try {
    return await run()
  } finally {
    documents.middlewareStack.remove(name)
  }
}

describe("items that are read together", () => {
  beforeAll(async () => {
    for (const Item of present)
      await documents.send(new PutCommand({ TableName: setting("TABLE_NAME"), Item }))
  })

  it("are those that are there", async () => {
    expect(byKey(await findItems([3, 1, 7].map(keyOf)))).toEqual([present[0], present[2]])
    expect(await findItems([keyOf(8)])).toEqual([])
  })

  it("are read one by one where a busy table left them out", async () => {
    expect(byKey(await whileBusy(() => findItems([1, 2, 9].map(keyOf))))).toEqual([present[0], present[1]])
  })
})
