import { describe, expect, it } from "vitest"
import { chainFaults, eventsOf } from "@/lib/audit"
import { openReceipt } from "@/lib/reporter"
import { listReports, submitReport } from "@/lib/right-holder"
import { acceptTip, claimTip, declineTip, getTip, listTips } from "@/lib/tip"
import { runningCampaign, submitted } from "@/tests/support/factory"
import { aHolder, aReport } from "@/tests/support/holder"
import { as, visitor } from "@/tests/support/people"

const pagesOf = async <Row>(page: (cursor?: string) => Promise<{ rows: Row[]; next?: string }>) => {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const response = await page(cursor)
    rows.push(...response.rows)
    cursor = response.next
  } while (cursor)
  return rows
}

describe("a right holder's report", () => {
  it("becomes a tip that names its source, with a receipt that opens it", async () => {
    const { holder } = await aHolder()
    const { status, tipId, receipt } = await submitReport(holder, aReport("one"))
    expect(status).toBe("created")
    const { tip, events } = await getTip(as("mei"), { tipId })
    expect(tip.source).toEqual({ holderId: "films-united", reference: "one" })
    expect(events).toMatchObject([
      { type: "tip.received", actor: { kind: "right-holder", id: "films-united" } },
    ])
    expect(chainFaults(await eventsOf(tipId))).toEqual([])
    expect(await openReceipt(visitor(), receipt)).toEqual({ tipId })
  })

  it("is taken once, also at once and by another key of the same holder", async () => {
    const [one, other] = [await aHolder("once-films"), await aHolder("once-films")]
    const sent = await Promise.all([one, other, one].map(({ holder }) => submitReport(holder, aReport("r"))))
    expect(new Set(sent.map(({ tipId }) => tipId)).size).toBe(1)
    expect(sent.map(({ status }) => status).toSorted()).toEqual(["created", "exists", "exists"])
    expect(new Set(sent.map(({ receipt }) => receipt.code)).size).toBe(1)
  })

  it("is not that of another holder, nor of a citizen who guesses its seed", async () => {
    const [one, other] = [await aHolder("a-films"), await aHolder("b-films")]
    const first = await submitReport(one.holder, aReport("shared"))
    const second = await submitReport(other.holder, aReport("shared"))
    const citizen = await submitted({ idempotencyKey: "right-holdera-filmsshared" })
    expect(new Set([first.tipId, second.tipId, citizen.tipId]).size).toBe(3)
  })

  it("is refused under a reference that another one came with", async () => {
    const { holder } = await aHolder("c-films")
    await submitReport(holder, aReport("same"))
    await expect(submitReport(holder, aReport("same", { work: "Another" }))).rejects.toMatchObject({
      code: "invalid",
      issues: [{ path: ["reference"], rule: "reference-reused" }],
    })
  })

  it("needs a key for sending, and is followed with one for reading", async () => {
    const { holder: reader } = await aHolder("d-films", ["tips:read"])
    const { holder: writer } = await aHolder("d-films", ["tips:write"])
    const refused = { code: "forbidden", reason: "key-scope" }
    await expect(submitReport(reader, aReport("x"))).rejects.toMatchObject(refused)
    await expect(listReports(writer, {})).rejects.toMatchObject(refused)
  })

  it("waits in a queue of its own, marked, and never in front of citizens' tips", async () => {
    const { holder } = await aHolder("e-films")
    const { tipId } = await submitReport(holder, aReport("queued"))
    const citizen = await submitted()
    const ids = async (queue: "citizens" | "right-holders") =>
      (await pagesOf((cursor) => listTips(as("mei"), { queue, ...(cursor ? { cursor } : {}) }))).map(
        (row) => row.tipId,
      )
    expect(await ids("right-holders")).toContain(tipId)
    expect(await ids("right-holders")).not.toContain(citizen.tipId)
    expect(await ids("citizens")).not.toContain(tipId)
    const { rows } = await listTips(as("mei"), { queue: "right-holders" })
    expect(rows.find((row) => row.tipId === tipId)?.holderId).toBe("e-films")
  })
})

describe("a right holder", () => {
  it("follows own reports by status, page by page, and no other's", async () => {
    const [{ holder }, other] = [await aHolder("f-films"), await aHolder("g-films")]
    await submitReport(other.holder, aReport("not mine"))
    const references = Array.from({ length: 30 }, (_, at) => `ref-${at}`)
    for (const [at, reference] of references.entries())
      await submitReport(
        { ...holder, now: new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString() },
        aReport(reference),
      )
    const mine = (status: "received" | "screening" | "declined" | "accepted") =>
      pagesOf((cursor) => listReports(holder, { status, ...(cursor ? { cursor } : {}) }))
    const received = await mine("received")
    expect(received.map(({ reference }) => reference)).toEqual(references)

    await runningCampaign()
    const [first, second] = received.map(({ tipId }) => tipId)
    const claimed = await claimTip(as("mei"), { tipId: first ?? "" })
    expect(await mine("screening")).toMatchObject([{ reference: "ref-0" }])
    await declineTip(as("mei"), { ...claimed, reason: "site-gone", note: "internal" })
    await acceptTip(as("mei"), {
      ...(await claimTip(as("mei"), { tipId: second ?? "" })),
      campaign: "demo-2026",
    })
    const declined = await mine("declined")
    expect(declined).toMatchObject([{ reference: "ref-0", declined: "site-gone" }])
    expect(JSON.stringify(declined)).not.toContain("internal")
    expect(await mine("accepted")).toMatchObject([{ reference: "ref-1" }])
    expect(await mine("received")).toHaveLength(28)
    expect((await listTips(as("mei"), { queue: "right-holders", status: "declined" })).rows).toHaveLength(1)
  })
})
