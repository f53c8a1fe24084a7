// Twenty moderators on one queue, through the console's own forms, on a portal whose queue is theirs alone.
import { afterAll, beforeAll, expect, it } from "vitest"
import { ownPortal } from "@/tests/support/portal/own-portal"

const size = Number(process.env.SURGE_QUEUE ?? 5_000)
const minutesMax = 20

// What reaches the stores is loaded once this portal is known.
const loaded = async () => ({
  ...(await import("@/tests/support/moderators/queue-day")),
  ...(await import("@/lib/audit")),
  ...(await import("@/lib/tip")),
  ...(await import("@/tests/support/people")),
})

let portal: Awaited<ReturnType<typeof ownPortal>>
let lib: Awaited<ReturnType<typeof loaded>>
let day: Awaited<ReturnType<(typeof lib)["queueDay"]>>

beforeAll(async () => {
  portal = await ownPortal("moderators")
  lib = await loaded()
  day = await lib.queueDay(portal, size)
}, minutesMax * 60_000)
afterAll(() => portal.stop(), 60_000)

it("decides every tip exactly once, and keeps every decision that was confirmed", {
  timeout: 300_000,
}, async () => {
  const wrong: string[] = []
  const confirmed = new Map(day.confirmed.map((one) => [one.tipId, one]))
  for (const tipId of day.tips) {
    const { tip, events } = await lib.getTip(lib.as("auditor"), { tipId })
    const decisions = events.filter(({ type }) => type === "tip.accepted" || type === "tip.declined")
    if (decisions.length !== 1) wrong.push(`${tipId}: was decided ${decisions.length} times`)
    if (!["accepted", "declined"].includes(tip.status)) wrong.push(`${tipId}: is ${tip.status}`)
    const known = confirmed.get(tipId)
    const [decision] = decisions
    if (known && (decision?.type !== `tip.${known.type}` || decision.actor.id !== known.by))
      wrong.push(`${tipId}: ${known.by} ${known.type} it, and ${decision?.actor.id} ${decision?.type}`)
    const { faults } = await lib.verifyFile(lib.as("auditor"), { file: tipId })
    wrong.push(...faults.map(({ fault }) => `${tipId}: ${fault}`))
  }
  expect(wrong).toEqual([])
  expect(confirmed.size).toBe(day.confirmed.length)
  // What was decided when the site died was not confirmed.
  expect(day.confirmed.length).toBeGreaterThan(size - 100)
  expect(new Set(day.confirmed.map(({ by }) => by)).size).toBeGreaterThan(15)
})
