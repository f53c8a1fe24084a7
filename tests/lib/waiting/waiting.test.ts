import type { DynamoDBRecord } from "aws-lambda"
import { describe, expect, it, vi } from "vitest"
import { setWebhook } from "@/lib/authority"
import { handler } from "@/lib/pipeline/react"
import { consumer } from "@/lib/pipeline/stream"
import { listQueues } from "@/lib/waiting"
import { aCase, aDelivered, enforcementWorld } from "@/tests/support/case"
import { allRecords } from "@/tests/support/deliver"
import { as } from "@/tests/support/people"
import { sealedFile } from "@/tests/support/sealed"
import { aQueued, mps } from "@/tests/support/webhook-world"

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const queuesAt = async (now: string) =>
  Object.fromEntries((await listQueues(as("auditor", now), {})).queues.map(({ name, ...of }) => [name, of]))

describe("what the portal has to do of itself", async () => {
  await enforcementWorld()

  it("is shown with its number and its age, and as late after half an hour", async () => {
    const empty = { count: 0, isMore: false, isLate: false }
    expect(await queuesAt(inMinutes(0))).toEqual({
      scans: empty,
      mails: empty,
      deliveries: empty,
      packages: empty,
    })
    await aDelivered(await aCase())
    await handler({ Records: await allRecords() })
    const { packages } = await queuesAt(inMinutes(1))
    expect(packages).toMatchObject({ count: 1, isMore: false, isLate: false })
    expect(packages?.since).toMatch(/^\d{4}-\d\d-\d\dT/)
    expect((await queuesAt(inMinutes(32))).packages).toMatchObject({ count: 1, isLate: true })
    // What is due later is not waiting yet.
    expect((await queuesAt(inMinutes(-60))).packages).toEqual(empty)
  })

  it("counts a file from when it is sealed until a scanner is asked, and what an authority is to be told", async () => {
    const before = await queuesAt(inMinutes(1))
    await sealedFile()
    expect((await queuesAt(inMinutes(1))).scans?.count).toBe((before.scans?.count ?? 0) + 1)
    vi.stubEnv("WEBHOOK_LOOPBACK", "allow")
    await setWebhook(as("administrator"), { ...(await mps()), url: "http://localhost:9/hook" })
    vi.unstubAllEnvs()
    await aQueued()
    const { deliveries } = await queuesAt(inMinutes(1))
    expect(deliveries).toMatchObject({ count: (before.deliveries?.count ?? 0) + 1, isLate: false })
    expect((await queuesAt(inMinutes(40))).deliveries?.isLate).toBe(true)
  })

  it("says how late the reactions were, by the oldest event of what they had in hand", async () => {
    const secondsAgo = (seconds: number): DynamoDBRecord => ({
      eventName: "INSERT",
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(Date.now() / 1000) - seconds,
        Keys: { pk: { S: `${seconds}` } },
      },
    })
    // As a process of its own would, which has noted nothing yet; of what these records hold nothing follows.
    await consumer("react", {} as never)({ Records: [secondsAgo(5), secondsAgo(90), secondsAgo(30)] })
    const { lag } = await listQueues(as("administrator"), {})
    expect(lag?.seconds).toBeGreaterThanOrEqual(90)
    expect(lag?.seconds).toBeLessThan(95)
  })

  it("is for administrators and auditors alone", async () => {
    for (const role of ["mei", "cai", "pia", "officer"] as const)
      await expect(listQueues(as(role), {})).rejects.toMatchObject({ code: "forbidden" })
  })
})
