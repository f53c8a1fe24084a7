import { once } from "node:events"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { json } from "node:stream/consumers"
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams"
import { afterEach, expect, it } from "vitest"
import { shardReader, shardsOf } from "@/infra/local/pump/stream-source"

type Answer = { readonly status?: number; readonly body: object }
type Call = { readonly operation: string; readonly input: Record<string, unknown> }

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** A server that speaks the protocol of DynamoDB Streams and does what the embedded one never does. */
const streamsServer = async (respond: (call: Call) => Answer) => {
  const calls: Call[] = []
  const server = createServer(async (request, response) => {
    const operation = String(request.headers["x-amz-target"]).split(".")[1] ?? ""
    const call = { operation, input: (await json(request)) as Record<string, unknown> }
    calls.push(call)
    const { status = 200, body } = respond(call)
    response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(body))
  }).listen(0, "127.0.0.1")
  servers.push(server)
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  return { calls, client: new DynamoDBStreamsClient({ endpoint: `http://127.0.0.1:${port}` }) }
}

const refusal = (name: string): Answer => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: name },
})
const records = (...numbers: string[]) =>
  numbers.map((SequenceNumber) => ({ eventName: "INSERT", dynamodb: { SequenceNumber } }))

it("goes on with the oldest event that is kept, loudly, when those after its checkpoint were trimmed", async () => {
  const { client } = await streamsServer(({ operation, input }) => {
    if (operation === "GetRecords") return { body: { Records: records("900"), NextShardIterator: "next" } }
    if (input.ShardIteratorType === "TRIM_HORIZON") return { body: { ShardIterator: "oldest" } }
    return refusal("TrimmedDataAccessException")
  })
  const lines: string[] = []
  const read = shardReader(client, "arn", "shard", "5", (line) => lines.push(line))
  expect(await read()).toEqual([])
  expect(lines).toEqual([expect.stringContaining("EVENTS WERE TRIMMED after 5")])
  expect(await read()).toMatchObject([{ position: "900" }])
})

it("takes a new iterator after the last record it read when the old one has expired", async () => {
  let reads = 0
  const { calls, client } = await streamsServer(({ operation }) => {
    if (operation === "GetShardIterator") return { body: { ShardIterator: "iterator" } }
    reads += 1
    if (reads === 2) return refusal("ExpiredIteratorException")
    return { body: { Records: records(String(reads)), NextShardIterator: "next" } }
  })
  const read = shardReader(client, "arn", "shard", undefined, () => {})
  expect(await read()).toMatchObject([{ position: "1" }])
  expect(await read()).toEqual([])
  expect(await read()).toMatchObject([{ position: "3" }])
  expect(calls.filter(({ operation }) => operation === "GetShardIterator").at(-1)?.input).toMatchObject({
    ShardIteratorType: "AFTER_SEQUENCE_NUMBER",
    SequenceNumber: "1",
  })
})

it("gives the last records of a shard that was closed, and then its end", async () => {
  let reads = 0
  const { client } = await streamsServer(({ operation }) => {
    if (operation === "GetShardIterator") return { body: { ShardIterator: "iterator" } }
    reads += 1
    return { body: reads === 1 ? { Records: records("7") } : { Records: [] } }
  })
  const read = shardReader(client, "arn", "shard", undefined, () => {})
  expect(await read()).toMatchObject([{ position: "7" }])
  expect(await read()).toBe("closed")
})

it("finds the shards of every page", async () => {
  const { client } = await streamsServer(({ input }) => ({
    body: {
      StreamDescription: input.ExclusiveStartShardId
        ? { Shards: [{ ShardId: "b", ParentShardId: "a" }] }
        : { Shards: [{ ShardId: "a" }], LastEvaluatedShardId: "a" },
    },
  }))
  expect((await shardsOf(client, "arn")).map(({ ShardId }) => ShardId)).toEqual(["a", "b"])
})
