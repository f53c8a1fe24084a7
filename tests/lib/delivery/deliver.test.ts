import type { ServerResponse } from "node:http"
import { Webhook } from "standardwebhooks"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { eventsOf } from "@/lib/audit"
import { addSecret, endSecret, removeWebhook } from "@/lib/authority"
import { getCase, openCase } from "@/lib/case"
import { listDeliveries, WebhookMessage } from "@/lib/delivery"
import { contextFor } from "@/lib/kernel/context"
import { listReferrals, remindOverdue, withdrawReferral } from "@/lib/referral"
import { submitTip, submittedOf } from "@/lib/reporter"
import { acceptTip, claimTip } from "@/lib/tip"
import { aDelivered } from "@/tests/support/case"
import { acceptedTip, aTip } from "@/tests/support/factory"
import { as, system, visitor } from "@/tests/support/people"
import {
  allowOwnMachine,
  aQueued,
  deliveriesOf,
  inHours,
  mps,
  reactTo,
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

describe("a delivered referral", () => {
  it("is told to its authority's system once, signed, as a CloudEvent that says what to act on", async () => {
    const { referralId, caseId } = await aQueued()
    expect(await send()).toMatchObject({ done: 1 })
    await send()
    const [taken, ...more] = world.sentOf(referralId)
    expect(more).toEqual([])
    const message = WebhookMessage.parse(
      new Webhook(world.secret).verify(taken?.body ?? "", taken?.headers as Record<string, string>),
    )
    expect(JSON.parse(taken?.body ?? "")).toMatchObject({
      specversion: "1.0",
      id: taken?.headers["webhook-id"],
      type: "sword-net.referral.delivered",
      subject: referralId,
    })
    const { case: found } = await getCase(as("cai"), { caseId })
    expect(message.data).toMatchObject({
      referralId,
      authorityId: "mps",
      status: "delivered",
      site: found.site,
      caseNumber: found.number,
      tipCount: 1,
      targets: [{ site: found.site }],
      demo: false,
    })
    expect(message.data.links.updates).toMatch(new RegExp(`/api/v1/referrals/${referralId}/updates$`))
    expect(await deliveriesOf(referralId)).toMatchObject([
      { state: "done", attempts: [{ number: 1, status: 204 }] },
    ])
  })

  it("is told nothing of its reporter: no identity, number, code, id or word of theirs", async () => {
    const submitted = await submittedOf(
      await submitTip(visitor(), {
        ...aTip({
          targets: ["我是王小明 看 https://secret-words.example/a 13912345678"],
          description: "My name is Wang Xiaoming and I live at home.",
        }),
        contact: "Wang Xiaoming, wang@mail.example",
      }),
    )
    const { version } = await claimTip(as("mei"), submitted)
    await acceptTip(as("mei"), { tipId: submitted.tipId, version, campaign: "demo-2026" })
    const caseId = (await openCase(system(), { tipId: submitted.tipId, campaign: "demo-2026" }))?.caseId ?? ""
    const { referralId } = await aDelivered(caseId)
    await reactTo(caseId)
    await send()
    const [taken] = world.sentOf(referralId)
    expect(taken?.body).toContain("secret-words.example")
    const { number, code } = submitted.receipt
    for (const word of ["王小明", "Wang", "139", "wang@", submitted.tipId, number, code, "live at home"])
      expect(`${taken?.body} ${JSON.stringify(taken?.headers)}`).not.toContain(word)
  })

  it("with more targets than a message holds tells the first, and how many there are", async () => {
    const site = `many-${Date.now()}.example`
    let caseId = ""
    for (let tip = 0; tip < 8; tip++) {
      const targets = Array.from(
        { length: 10 },
        (_, at) => `https://${site}/${tip}/${at}/${"x".repeat(1_800)}`,
      )
      const { tipId } = await acceptedTip({ targets })
      caseId = (await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? caseId
    }
    const { referralId } = await aDelivered(caseId)
    await reactTo(caseId)
    await send()
    const [taken] = world.sentOf(referralId)
    const { data } = JSON.parse(taken?.body ?? "{}")
    expect(data).toMatchObject({ targetCount: 80, tipCount: 8 })
    expect(data.targets.length).toBeGreaterThan(20)
    expect(Buffer.byteLength(taken?.body ?? "")).toBeLessThan(150_000)
  })

  it("is queued once, however often its event comes", async () => {
    const { referralId, caseId } = await aQueued()
    await reactTo(caseId)
    await reactTo(caseId)
    expect(await deliveriesOf(referralId)).toHaveLength(1)
    const types = (await eventsOf(referralId)).map(({ type }) => type)
    expect(types).toEqual(["delivery.queued"])
  })

  it("that is withdrawn is told of that too", async () => {
    const seen = await aQueued()
    await withdrawReferral(as("cai"), { ...seen, reason: "A mistake of ours, please stop." })
    await reactTo(seen.caseId)
    await send()
    expect(
      world
        .sentOf(seen.referralId)
        .map(({ body }) => JSON.parse(body).type)
        .toSorted(),
    ).toEqual(["sword-net.referral.delivered", "sword-net.referral.withdrawn"])
  })

  it("whose receipt is overdue is told of that", async () => {
    const { caseId, referralId } = await aQueued()
    await remindOverdue(contextFor({ kind: "system", name: "test" }, { now: inHours(24 * 30) }), {})
    await reactTo(caseId)
    await send()
    expect(world.sentOf(referralId).map(({ body }) => JSON.parse(body).type)).toContain(
      "sword-net.referral.overdue",
    )
  })

  it("to an authority without a webhook is told to nobody", async () => {
    await removeWebhook(as("administrator"), await mps())
    const { referralId, caseId } = await aQueued()
    expect(await deliveriesOf(referralId)).toEqual([])
    world.secret = await world.hook()
    // Nor is it told later of what happened before it had one.
    await reactTo(caseId)
    expect(await deliveriesOf(referralId)).toEqual([])
  })
})

describe("two runs at once", () => {
  it("tell a receiver once", async () => {
    const { referralId } = await aQueued()
    await Promise.all([send(), send(), send()])
    expect(world.sentOf(referralId)).toHaveLength(1)
  })

  it("of which one died while it told are made good by a later one", async () => {
    const { referralId } = await aQueued()
    const held = Promise.withResolvers<ServerResponse>()
    world.receiver.respond(held.resolve)
    const dying = send()
    const response = await held.promise
    world.receiver.respond()
    // The first has it in hand for a while; then the try counts as lost.
    await send()
    expect(world.sentOf(referralId)).toHaveLength(1)
    await send(inHours(1))
    expect(world.sentOf(referralId)).toHaveLength(2)
    response.writeHead(500).end()
    await dying
    expect((await deliveriesOf(referralId))[0]).toMatchObject({
      state: "done",
      attempts: [{ status: 500 }, { status: 204 }],
    })
  })
})

describe("a secret that is changed", () => {
  it("leaves no gap: while there are two, either one verifies, then the new one alone", async () => {
    const { secret: second } = await addSecret(as("administrator"), await mps())
    const verifies = ({ headers, body }: (typeof world.receiver.taken)[number], by: string) => {
      try {
        new Webhook(by).verify(body, headers as Record<string, string>)
        return true
      } catch {
        return false
      }
    }
    const during = await aQueued()
    await send()
    const [one] = world.sentOf(during.referralId)
    expect(one && [verifies(one, world.secret), verifies(one, second)]).toEqual([true, true])
    await endSecret(as("administrator"), await mps())
    const after = await aQueued()
    await send()
    const [other] = world.sentOf(after.referralId)
    expect(other && [verifies(other, world.secret), verifies(other, second)]).toEqual([false, true])
    world.secret = second
  })
})

describe("an app", () => {
  it("is called by its name in the inbox, in the list of deliveries and in the webhook", async () => {
    await world.hook()
    const accepted = await acceptedTip({ targets: ["盗版影视大全 App"] })
    const caseId = (await openCase(system(), { tipId: accepted.tipId, campaign: "demo-2026" }))?.caseId ?? ""
    const { referralId } = await aDelivered(caseId)
    await reactTo(caseId)
    await send()
    const { rows } = await listReferrals(as("officer"), {})
    const row = rows.find((one) => one.referralId === referralId)
    expect(row).toMatchObject({ siteName: "盗版影视大全 App", site: expect.stringMatching(/^name:/) })
    const done = await listDeliveries(as("cai"), { authorityId: "mps", state: "done" })
    expect(done.rows.find((one) => one.referralId === referralId)).toMatchObject({
      siteName: "盗版影视大全 App",
    })
    const [sent] = world.sentOf(referralId)
    expect(JSON.parse(sent?.body ?? "").data).toMatchObject({ siteName: "盗版影视大全 App" })
  })
})
