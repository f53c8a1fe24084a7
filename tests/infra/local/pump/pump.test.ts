import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PutItemCommand } from "@aws-sdk/client-dynamodb"
import type { DynamoDBStreamEvent } from "aws-lambda"
import { afterEach, expect, it, vi } from "vitest"
import { streamConsumer } from "@/infra/local/pump/consumers"
import { pump } from "@/infra/local/pump/pump"
import { dynamo } from "@/lib/store/table"

const tableName = process.env.TABLE_NAME ?? ""

const put = (file: string, sk: string, entity = "event", type = "tip.accepted") =>
  dynamo.send(
    new PutItemCommand({
      TableName: tableName,
      Item: {
        pk: { S: file },
        sk: { S: sk },
        __edb_e__: { S: entity },
        type: { S: type },
        bytes: { B: new Uint8Array([1, 2]) },
      },
    }),
  )

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
})

const run = (
  handler: Parameters<typeof streamConsumer>[1],
  given: { dataDir?: string; triesMax?: number } = {},
) => {
  const dataDir = given.dataDir ?? mkdtempSync(join(tmpdir(), "pump-"))
  const stop = new AbortController()
  const stream = [streamConsumer("react", handler)]
  const { triesMax = 10 } = given
  const done = pump({ dataDir, tableName, stream, triesMax, log: () => {} }, stop.signal)
  const end = () => {
    stop.abort()
    return done
  }
  stops.push(end)
  return { dataDir, end }
}

const keysOf = (event: DynamoDBStreamEvent, file: string) =>
  event.Records.flatMap(({ dynamodb }) => (dynamodb?.Keys?.pk?.S === file ? [dynamodb.Keys.sk?.S ?? ""] : []))

it("hands inserted tips and events that something follows from, and nothing else, to the handler as Lambda would", async () => {
  const seen: DynamoDBStreamEvent["Records"] = []
  await put("one", "tip", "tip")
  await put("one", "case", "case")
  await put("one", "event#0", "event", "tip.claimed")
  await put("one", "event#1")
  await put("one", "event#1")
  await put("one", "event#2")
  run(async ({ Records }) => {
    seen.push(...Records)
    return { batchItemFailures: [] }
  })
  await vi.waitFor(() => expect(seen).toHaveLength(3), 5_000)
  expect(seen.map(({ dynamodb }) => dynamodb?.NewImage?.sk?.S)).toEqual(["tip", "event#1", "event#2"])
  expect(seen[1]).toMatchObject({
    eventName: "INSERT",
    eventSource: "aws:dynamodb",
    dynamodb: { NewImage: { bytes: { B: "AQI=" } }, StreamViewType: "NEW_IMAGE" },
  })
  expect(typeof seen[0]?.dynamodb?.ApproximateCreationDateTime).toBe("number")
})

it("reacts within half a second of a write", async () => {
  let at = 0
  run(async (event) => {
    if (keysOf(event, "fast").length > 0) at = Date.now()
    return { batchItemFailures: [] }
  })
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  const from = Date.now()
  await put("fast", "event#1")
  await vi.waitFor(() => expect(at).toBeGreaterThan(0), { timeout: 2_000, interval: 10 })
  expect(at - from).toBeLessThan(500)
})

it("delivers again from the failed record on, in order", async () => {
  const given: string[][] = []
  await put("order", "event#1")
  await put("order", "event#2")
  await put("order", "event#3")
  let failures = 2
  run(async (event) => {
    const keys = keysOf(event, "order")
    if (keys.length > 0) given.push(keys)
    const failed = event.Records.find(
      ({ dynamodb }) => dynamodb?.NewImage?.sk?.S === "event#2" && keys.length > 0,
    )
    if (!failed || failures-- <= 0) return { batchItemFailures: [] }
    return { batchItemFailures: [{ itemIdentifier: failed.dynamodb?.SequenceNumber ?? "" }] }
  })
  await vi.waitFor(() => expect(given.flat().at(-1)).toBe("event#3"), 10_000)
  expect(given.flat()).toEqual(["event#1", "event#2", "event#2", "event#2", "event#3"])
})

it("holds up no other file behind a record that fails", async () => {
  const seen: string[] = []
  await put("stuck", "event#1")
  await put("stuck", "event#2")
  await put("free", "event#1")
  run(async (event) => {
    const failed = event.Records.find(
      ({ dynamodb }) => dynamodb?.Keys?.pk?.S === "stuck" && dynamodb.Keys.sk?.S === "event#1",
    )
    if (failed) return { batchItemFailures: [{ itemIdentifier: failed.dynamodb?.SequenceNumber ?? "" }] }
    seen.push(...keysOf(event, "free").map((sk) => `free ${sk}`), ...keysOf(event, "stuck"))
    return { batchItemFailures: [] }
  })
  await vi.waitFor(() => expect(seen).toEqual(["free event#1"]), 2_000)
})

it("goes on from its checkpoint after a restart, and gives nothing twice when all went well", async () => {
  const seen: string[] = []
  const note = async (event: DynamoDBStreamEvent) => {
    seen.push(...keysOf(event, "restart"))
    return { batchItemFailures: [] }
  }
  await put("restart", "event#1")
  const first = run(note)
  await vi.waitFor(() => expect(seen).toEqual(["event#1"]), 5_000)
  await first.end()
  await put("restart", "event#2")
  run(note, { dataDir: first.dataDir })
  await vi.waitFor(() => expect(seen).toEqual(["event#1", "event#2"]), 5_000)
})

it("delivers again what was handled but not noted when the pump was killed", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "pump-"))
  const seenPath = join(dataDir, "seen")
  const start = (extra: Record<string, string>): ChildProcess =>
    spawn(
      process.execPath,
      ["--import", "tsx", "tests/support/local/pump-child.ts", dataDir, tableName, seenPath],
      { env: { ...process.env, ...extra }, stdio: "inherit" },
    )
  const seen = () =>
    existsSync(seenPath)
      ? readFileSync(seenPath, "utf8")
          .split("\n")
          .filter((key) => key === "event#killed")
      : []
  await put("kill", "event#killed")
  const [, signal] = await once(start({ DIES: "1" }), "exit")
  expect(signal).toBe("SIGKILL")
  expect(seen()).toHaveLength(1)
  const second = start({})
  stops.push(async () => {
    second.kill()
    await once(second, "exit")
  })
  await vi.waitFor(() => expect(seen()).toHaveLength(2), 15_000)
})
