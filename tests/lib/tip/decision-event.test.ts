import { beforeAll, describe, expect, it } from "vitest"
import { isReactedTo } from "@/infra/local/pump/consumers"
import { eventsOf, listDay, verifyFile } from "@/lib/audit"
import { markDuplicate, reopenTip } from "@/lib/case"
import { dayInBeijing } from "@/lib/kernel/day"
import type { TipId } from "@/lib/kernel/id"
import { handler } from "@/lib/pipeline/react"
import { findItem } from "@/lib/store/query"
import { acceptTip, appealTip, claimTip, declineTip, getTipRecord } from "@/lib/tip"
import { unitsOf } from "@/tests/support/bench/units"
import { allRecords } from "@/tests/support/deliver"
import { runningCampaign, submitted } from "@/tests/support/factory"
import { type Loss, withLostAnswers } from "@/tests/support/lost-answers"
import { as, reporterOf } from "@/tests/support/people"
import { eventKey, tipKey } from "@/tests/support/tamper"

const campaign = "demo-2026"
/** What DynamoDB may charge for a decision. */
const unitsMax = 8
const claimed = async (now?: string, description?: string) => {
  const { tipId } = await submitted(description ? { description } : {})
  return claimTip(as("mei", now), { tipId })
}
const typesOf = async (tipId: TipId) => (await eventsOf(tipId)).map(({ type }) => type)
const trailOf = async (tipId: TipId, at: string) =>
  (await listDay(as("auditor"), { day: dayInBeijing(at) })).events.flatMap(({ file, type }) =>
    file === tipId ? [type] : [],
  )
const whole = async (tipId: TipId) =>
  expect(await verifyFile(as("auditor"), { file: tipId })).toMatchObject({ faults: [] })

/** Chinese of so many characters, with an address as people paste it. */
const long = (characters: number) =>
  "这个网站免费播放正在院线上映的影片，并通过广告牟利。".repeat(200).slice(0, characters)

const reopened = async () => {
  const { tipId, version } = await claimed()
  const declined = await decline({ tipId, version })
  await reopenTip(as("mei"), { tipId, version: declined.version, reason: "Back online" })
  return claimTip(as("mei"), { tipId })
}
const accept = (seen: Seen) => acceptTip(as("mei"), { ...seen, campaign })
const decline = (seen: Seen) => declineTip(as("mei"), { ...seen, reason: "site-gone", note: "No such page" })

type Decision = {
  readonly name: string
  readonly decide: (seen: Seen) => Promise<unknown>
  readonly prepared?: () => Promise<Seen>
  /** One more for a text that lies apart, or an original that is read and listed. */
  readonly requestsMax?: number
}
const decisions: readonly Decision[] = [
  { name: "an accept", decide: accept },
  {
    name: "an accept of what is just short enough to stay in the record",
    decide: accept,
    prepared: () => claimed(undefined, long(620)),
  },
  {
    name: "an accept of the longest description",
    decide: accept,
    prepared: () => claimed(undefined, long(5_000)),
    requestsMax: 4,
  },
  { name: "a decline", decide: decline },
  {
    name: "a decline in words of its own",
    decide: (seen) => declineTip(as("mei"), { ...seen, reason: "site-gone", wording: long(200) }),
    prepared: () => claimed(undefined, long(5_000)),
    requestsMax: 4,
  },
  {
    name: "a duplicate",
    decide: (seen) => markDuplicate(as("mei"), { ...seen, of: original }),
    requestsMax: 4,
  },
  { name: "an accept of a reopened tip", decide: accept, prepared: reopened },
  { name: "a decline of a reopened tip", decide: decline, prepared: reopened },
]

let original = ""
beforeAll(async () => {
  await runningCampaign()
  original = (await submitted()).tipId
})

describe("the event of a decision", () => {
  it("stands in the tip's record alone, in the file's history and in the trail of its day", async () => {
    const { tipId, version } = await claimed()
    const { decidedAt = "" } = await acceptTip(as("mei"), { tipId, version, campaign })
    expect(await findItem(eventKey(tipId, 3))).toBeUndefined()
    expect(await findItem(tipKey(tipId))).toMatchObject({ decision: { type: "tip.accepted", seq: 3 } })
    expect(await typesOf(tipId)).toEqual(["tip.received", "tip.claimed", "tip.accepted"])
    expect(await trailOf(tipId, decidedAt)).toEqual(["tip.accepted", "tip.claimed"])
    await whole(tipId)
  })

  it.each(decisions)("makes $name cost at most eight write units", async (decision) => {
    const { decide, prepared = claimed, requestsMax = 3 } = decision
    const { tipId, version } = await prepared()
    const { write, requests } = await unitsOf(() => decide({ tipId, version }))
    expect(write).toBeGreaterThan(0)
    expect(write).toBeLessThanOrEqual(unitsMax)
    expect(requests).toBeLessThanOrEqual(requestsMax)
  })

  it("leaves the record when the tip is reopened, and is told to no reaction again", async () => {
    const { tipId, version } = await claimed("2027-03-01T08:00:00.000Z")
    const first = await declineTip(as("mei", "2027-03-01T08:01:00.000Z"), {
      tipId,
      version,
      reason: "site-gone",
    })
    await reopenTip(as("bo", "2027-03-02T08:00:00.000Z"), { tipId, version: first.version, reason: "Back" })
    const again = await claimTip(as("bo", "2027-03-02T08:01:00.000Z"), { tipId })
    await acceptTip(as("bo", "2027-03-02T08:02:00.000Z"), { tipId, version: again.version, campaign })
    expect(await findItem(eventKey(tipId, 3))).toMatchObject({ type: "tip.declined", isMoved: true })
    expect(await typesOf(tipId)).toEqual([
      "tip.received",
      "tip.claimed",
      "tip.declined",
      "tip.reopened",
      "tip.claimed",
      "tip.accepted",
    ])
    expect(await trailOf(tipId, "2027-03-01T08:01:00.000Z")).toEqual(["tip.declined", "tip.claimed"])
    expect(await trailOf(tipId, "2027-03-02T08:02:00.000Z")).toEqual([
      "tip.accepted",
      "tip.claimed",
      "tip.reopened",
    ])
    await whole(tipId)
    const told = (await allRecords()).filter(
      (record) => isReactedTo(record) && record.dynamodb?.Keys?.pk?.S === tipId,
    )
    expect(told.map(({ eventName, dynamodb }) => [eventName, dynamodb?.NewImage?.version?.N])).toEqual([
      ["INSERT", "1"],
      ["MODIFY", "3"],
      // The event of reopening it, which is an item of its own.
      ["INSERT", undefined],
      ["MODIFY", "6"],
    ])
  })

  it("leaves the record when its reporter objects, and stays in the trail of its day", async () => {
    const { tipId, version } = await claimed("2027-04-01T08:00:00.000Z")
    const at = "2027-04-01T08:01:00.000Z"
    await declineTip(as("mei", at), { tipId, version, reason: "site-gone" })
    const reporter = { ...reporterOf(tipId), now: "2027-04-02T08:00:00.000Z" }
    await appealTip(reporter, { appeal: "The site is there again, I have just looked." })
    expect(await findItem(tipKey(tipId))).not.toHaveProperty("decision")
    expect(await findItem(eventKey(tipId, 3))).toMatchObject({ type: "tip.declined", isMoved: true })
    expect(await typesOf(tipId)).toEqual(["tip.received", "tip.claimed", "tip.declined", "tip.appealed"])
    expect(await trailOf(tipId, at)).toEqual(["tip.declined", "tip.claimed"])
    await whole(tipId)
  })

  it("is reacted to once, whatever is written to the tip after it", async () => {
    const { tipId, version } = await claimed()
    await acceptTip(as("mei"), { tipId, version, campaign })
    for (let time = 0; time < 3; time += 1) {
      const Records = (await allRecords()).filter(isReactedTo)
      expect(await handler({ Records })).toEqual({ batchItemFailures: [] })
    }
    expect((await typesOf(tipId)).filter((type) => type === "tip.joined-case")).toHaveLength(1)
    expect((await getTipRecord(tipId)).caseId).toBeDefined()
    await whole(tipId)
  })

  it("of a duplicate stands in the record too, with all that is written beside it", async () => {
    const original = await submitted()
    const { tipId, version } = await claimed()
    await markDuplicate(as("mei"), { tipId, version, of: original.tipId })
    expect(await findItem(tipKey(tipId))).toMatchObject({ decision: { type: "tip.marked-duplicate" } })
    await whole(tipId)
  })
})

type Seen = { readonly tipId: TipId; readonly version: number }

describe("a decision whose answer was lost", () => {
  it.each(["done", "not-done"] as const)("(%s) is taken once", async (loss) => {
    const { tipId, version } = await claimed()
    const { result } = await withLostAnswers([loss], () =>
      declineTip(as("mei"), { tipId, version, reason: "site-gone" }),
    )
    expect(result).toMatchObject({ status: "fulfilled", value: { status: "declined" } })
    expect(await typesOf(tipId)).toEqual(["tip.received", "tip.claimed", "tip.declined"])
    await whole(tipId)
  })

  it.each([
    ["done", "outcome-unknown"],
    ["not-done", "outcome-unknown"],
    ["unsent", "not-stored"],
  ] as const)("in every try (%s) is told as %s", async (loss, reason) => {
    const { tipId, version } = await claimed()
    const decline = () => declineTip(as("mei"), { tipId, version, reason: "site-gone" })
    const { result } = await withLostAnswers(Array<Loss>(20).fill(loss), decline, { isSilent: true })
    expect(result).toMatchObject({ reason: { code: "unavailable", reason } })
  })
})
