import { PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb"
import { afterEach, describe, expect, it, vi } from "vitest"
import { eventsOf, verifyFile } from "@/lib/audit"
import { listDeadLetters, redriveLetter } from "@/lib/dead-letter"
import { setting } from "@/lib/kernel/config"
import type { TipId } from "@/lib/kernel/id"
import { handler } from "@/lib/pipeline/react"
import { documents } from "@/lib/store/table"
import { acceptTip, claimTip, getTipRecord } from "@/lib/tip"
import { allRecords } from "@/tests/support/deliver"
import { acceptedTip, runningCampaign, submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"
import { get, tipKey } from "@/tests/support/tamper"

const administrator = () => as("administrator")
const listed = () => listDeadLetters(administrator(), {})

/** What reads as an event and is none that this version knows. */
const poison = async (pk: string) => {
  const Item = { pk, sk: `event#poison#${pk}`, __edb_e__: "event", type: "poison.taken" }
  await documents.send(new PutCommand({ TableName: setting("TABLE_NAME"), Item }))
  return { pk: Item.pk, sk: Item.sk }
}

/** Hands all records over as often as Lambda would, over two minutes, and gives the last answer. */
const delivered = async (times: number) => {
  const start = Date.now()
  let failures: readonly unknown[] = []
  for (let time = 0; time < times; time++) {
    vi.setSystemTime(start + time * 20_000)
    failures = (await handler({ Records: await allRecords() })).batchItemFailures
  }
  return failures
}

describe("an event that no reaction can take", () => {
  afterEach(() => vi.useRealTimers())

  it("holds up no other file, is put aside with its error after a minute, and its own file goes on", async () => {
    vi.useFakeTimers({ toFake: ["Date"] })
    const caseOf = async (tipId: TipId) => (await getTipRecord(tipId)).caseId
    const { tipId } = await submitted()
    const item = await poison(tipId)
    await runningCampaign()
    const { version } = await claimTip(as("mei"), { tipId })
    await acceptTip(as("mei"), { tipId, version, campaign: "demo-2026" })
    const neighbour = await acceptedTip()
    expect(await delivered(3)).toHaveLength(1)
    expect(await listed()).toEqual([])
    expect(await caseOf(neighbour.tipId)).toBeDefined()
    expect(await caseOf(tipId)).toBeUndefined()
    expect(await delivered(6)).toEqual([])
    expect(await caseOf(tipId)).toBeDefined()
    expect(await listed()).toMatchObject([
      { consumer: "react", item, state: "dead", error: expect.stringContaining("Invalid") },
    ])
    // It comes again, as everything does, and holds nobody up.
    expect(await delivered(1)).toEqual([])
  })

  it("is tried again by an administrator: it fails with its new error, or is dealt with once mended", async () => {
    const [letter] = await listed()
    if (!letter) throw new Error("no letter")
    const { letterId, version, item } = letter
    await expect(redriveLetter(as("auditor"), { letterId, version })).rejects.toMatchObject({
      code: "forbidden",
    })
    await redriveLetter(administrator(), { letterId, version })
    await expect(redriveLetter(administrator(), { letterId, version })).rejects.toMatchObject({
      code: "conflict",
    })
    await expect(redriveLetter(administrator(), { letterId, version: version + 1 })).rejects.toMatchObject({
      reason: "letter-not-dead",
    })
    await handler({ Records: await allRecords() })
    const [again] = await listed()
    expect(again).toMatchObject({ state: "dead", tries: letter.tries + 1 })

    // Whoever mends it makes an item of it that is no event.
    await documents.send(
      new UpdateCommand({
        TableName: setting("TABLE_NAME"),
        Key: item,
        UpdateExpression: "SET #entity = :mended",
        ExpressionAttributeNames: { "#entity": "__edb_e__" },
        ExpressionAttributeValues: { ":mended": "mended" },
      }),
    )
    await redriveLetter(administrator(), { letterId, version: again?.version ?? 0 })
    await handler({ Records: await allRecords() })
    await handler({ Records: await allRecords() })
    expect(await listed()).toEqual([])
    const file = `dead-letter#${letterId}`
    expect((await eventsOf(file)).map(({ type }) => type)).toEqual([
      "dead-letter.redriven",
      "dead-letter.failed",
      "dead-letter.redriven",
      "dead-letter.done",
    ])
    expect(await verifyFile(as("auditor"), { file })).toMatchObject({ faults: [] })
  })
})

describe("a decision that no reaction can take", () => {
  afterEach(() => vi.useRealTimers())

  it("is put aside by itself, and dealt with when an administrator has it tried again", async () => {
    vi.useFakeTimers({ toFake: ["Date"] })
    const { tipId } = await acceptedTip({ targets: ["https://poisoned-decision.example/"] })
    const poisoned = (await allRecords()).filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S === tipId)
    const record = poisoned.find(({ dynamodb }) => dynamodb?.NewImage?.decision)
    if (!record?.dynamodb?.NewImage?.decision?.M) throw new Error("no decision in the stream")
    record.dynamodb.NewImage.decision.M.data = { S: "no data" }
    const start = Date.now()
    for (let time = 0; time < 6; time += 1) {
      vi.setSystemTime(start + time * 20_000)
      await handler({ Records: poisoned })
    }
    const [letter] = await listed()
    expect(letter).toMatchObject({ item: tipKey(tipId), state: "dead", tries: 5 })
    expect((await getTipRecord(tipId)).caseId).toBeUndefined()
    if (!letter) return
    await redriveLetter(administrator(), { letterId: letter.letterId, version: letter.version })
    const redriven = (await allRecords()).filter(({ dynamodb }) =>
      dynamodb?.Keys?.pk?.S?.startsWith("dead-letter#"),
    )
    expect(await handler({ Records: redriven })).toEqual({ batchItemFailures: [] })
    expect((await getTipRecord(tipId)).caseId).toBeDefined()
    expect((await get(tipKey(tipId)))?.decision).toMatchObject({ type: "tip.accepted" })
    expect(await listed()).toEqual([])
  })
})
