import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { eventsOf, verifyFile } from "@/lib/audit"
import { removeWebhook } from "@/lib/authority"
import { countParked, listDeliveries, replayDelivery } from "@/lib/delivery"
import { as } from "@/tests/support/people"
import {
  allowOwnMachine,
  aQueued,
  deliveriesOf,
  inHours,
  mps,
  send,
  webhookWorld,
} from "@/tests/support/webhook-world"

let world: Awaited<ReturnType<typeof webhookWorld>>

beforeAll(async () => {
  world = await webhookWorld()
})
beforeEach(allowOwnMachine)
afterEach(() => world.restore())
afterAll(() => world.receiver.close())

describe("a receiver that fails", () => {
  it("is told again after a pause under the same id, and every try is kept with its answer", async () => {
    world.receiver.respond((response) => response.writeHead(500).end("Database is down"))
    const { referralId } = await aQueued()
    expect(await send()).toMatchObject({ postponed: 1 })
    await send()
    expect(world.sentOf(referralId)).toHaveLength(1)
    world.receiver.respond()
    expect(await send(inHours(1))).toMatchObject({ done: 1 })
    const ids = world.sentOf(referralId).map(({ headers }) => headers["webhook-id"])
    expect(ids).toEqual([ids[0], ids[0]])
    expect(world.sentOf(referralId)[0]?.body).toBe(world.sentOf(referralId)[1]?.body)
    expect(await deliveriesOf(referralId)).toMatchObject([
      {
        state: "done",
        attempts: [
          { number: 1, status: 500, text: "Database is down" },
          { number: 2, status: 204 },
        ],
      },
    ])
  })

  it("for three days is given up, which is shown, and told again by hand", async () => {
    world.receiver.respond((response) => response.writeHead(503).end())
    const { referralId } = await aQueued()
    let now = 0
    while ((await deliveriesOf(referralId))[0]?.state === "due") {
      now += 6
      await send(inHours(now))
    }
    expect(now).toBeGreaterThanOrEqual(72)
    expect(now).toBeLessThan(90)
    const [file] = await deliveriesOf(referralId)
    const { deliveryId = "" } = file ?? {}
    expect((await countParked(as("auditor"), {})).get("mps" as never)).toBeGreaterThan(0)
    const parked = await listDeliveries(as("auditor"), { authorityId: "mps", state: "parked" })
    expect(parked.rows.some((row) => row.deliveryId === deliveryId)).toBe(true)
    world.receiver.respond()
    await expect(replayDelivery(as("officer"), { referralId, deliveryId })).rejects.toMatchObject({
      code: "forbidden",
    })
    await replayDelivery(as("cai"), { referralId, deliveryId })
    await expect(replayDelivery(as("cai"), { referralId, deliveryId })).rejects.toMatchObject({
      code: "conflict",
      reason: "delivery-due",
    })
    await send()
    expect((await deliveriesOf(referralId))[0]).toMatchObject({ state: "done" })
    const last = world.sentOf(referralId).at(-1)
    expect(last?.headers["webhook-id"]).toBe(deliveryId)
    const events = (await eventsOf(referralId)).toSorted((a, b) => a.seq - b.seq)
    expect(events.map(({ type }) => type)).toEqual([
      "delivery.queued",
      "delivery.parked",
      "delivery.replayed",
      "delivery.done",
    ])
    expect(await verifyFile(as("auditor"), { file: referralId })).toMatchObject({ faults: [] })
  })

  it("that has taken it is told again by hand by one of two at once", async () => {
    const { referralId } = await aQueued()
    await send()
    const { deliveryId = "" } = (await deliveriesOf(referralId))[0] ?? {}
    const both = await Promise.allSettled([
      replayDelivery(as("cai"), { referralId, deliveryId }),
      replayDelivery(as("administrator"), { referralId, deliveryId }),
    ])
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  })

  it("and is gone for good is given up at once", async () => {
    world.receiver.respond((response) => response.writeHead(410).end())
    const { referralId } = await aQueued()
    expect(await send()).toMatchObject({ parked: 1 })
    expect((await deliveriesOf(referralId))[0]).toMatchObject({
      state: "parked",
      attempts: [{ status: 410 }],
    })
  })

  it("whose webhook was removed is given up with what was due to it", async () => {
    const { referralId } = await aQueued()
    await removeWebhook(as("administrator"), await mps())
    await send()
    expect((await deliveriesOf(referralId))[0]).toMatchObject({
      state: "parked",
      attempts: [{ error: "no-webhook" }],
    })
    world.secret = await world.hook()
  })

  it("is left alone after two failures in a run, and the rest stays due", async () => {
    world.receiver.respond((response) => response.writeHead(500).end())
    for (let n = 0; n < 4; n++) await aQueued()
    expect(await send()).toMatchObject({ postponed: 2 })
  })
})
