import { describe, expect, it } from "vitest"
import { submitTip } from "@/lib/reporter"
import { claimTip, countArrived, getTip, labelTip, listTips } from "@/lib/tip"
import { acceptedTip, aTip } from "@/tests/support/factory"
import { as, visitor } from "@/tests/support/people"

describe("the queue", () => {
  it("shows every waiting tip once, oldest first, 25 a page, across its shards", async () => {
    const sent: string[] = []
    for (let minute = 0; minute < 60; minute++) {
      const now = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()
      sent.push((await submitTip(visitor(now), aTip())).tipId)
    }
    const seen: string[][] = []
    let cursor: string | undefined
    do {
      const page = await listTips(as("mei"), { status: "received", ...(cursor ? { cursor } : {}) })
      seen.push(page.rows.map(({ tipId }) => tipId))
      cursor = page.next
    } while (cursor)
    expect(seen.map(({ length }) => length)).toEqual([25, 25, 10])
    expect(seen.flat()).toEqual(sent)
    await claimTip(as("mei"), { tipId: sent[0] ?? "" })
    expect((await listTips(as("mei"), {})).rows[0]?.tipId).toBe(sent[1])
    expect((await listTips(as("mei"), { status: "screening" })).rows).toMatchObject([{ claimedBy: "Mei" }])
  })

  it("tells how many came after a moment, of its own queue, and not who was there before", async () => {
    const since = "2027-01-01T00:00:00.000Z"
    await submitTip(visitor(since), aTip())
    expect(await countArrived(as("mei"), { since })).toBe(0)
    await submitTip(visitor("2027-01-01T00:00:01.000Z"), aTip())
    const { tipId } = await submitTip(visitor("2027-01-01T00:00:02.000Z"), aTip({ urgency: "children" }))
    expect(await countArrived(as("mei"), { since })).toBe(2)
    expect(await countArrived(as("mei"), { since, queue: "right-holders" })).toBe(0)
    await claimTip(as("mei"), { tipId })
    expect(await countArrived(as("mei"), { since })).toBe(1)
    await expect(countArrived(as("pia"), { since })).rejects.toMatchObject({ code: "forbidden" })
  })

  it("is narrowed by category, language and label, over all its pages", async () => {
    const wanted: string[] = []
    for (let minute = 0; minute < 30; minute++) {
      const now = new Date(Date.UTC(2026, 1, 1, 0, minute)).toISOString()
      const { tipId } = await submitTip(visitor(now), aTip({ category: "games", locale: "zh" }))
      wanted.push(tipId)
    }
    await submitTip(visitor(), aTip({ category: "games" }))
    const filter = { category: "games", locale: "zh" } as const
    const first = await listTips(as("mei"), { filter })
    const second = await listTips(as("mei"), { filter, cursor: first.next ?? "" })
    expect([...first.rows, ...second.rows].map(({ tipId }) => tipId)).toEqual(wanted)
    expect([first.rows.length, second.next]).toEqual([25, undefined])
    const [tipId = ""] = wanted
    const { tip } = await getTip(as("mei"), { tipId })
    await labelTip(as("mei"), { tipId, version: tip.version, labels: ["mirror"] })
    const labelled = await listTips(as("mei"), { filter: { label: "mirror" } })
    expect(labelled.rows.map((row) => row.tipId)).toEqual([tipId])
    expect((await listTips(as("mei"), { filter: { label: "unheard-of" } })).rows).toEqual([])
  })

  it("is narrowed by urgency, and by whether files came with the report", async () => {
    const { tipId } = await submitTip(visitor(), aTip({ category: "software", urgency: "children" }))
    const narrowed = async (filter: object) =>
      (await listTips(as("mei"), { filter: { category: "software", ...filter } })).rows.map(
        (row) => row.tipId,
      )
    expect(await narrowed({ urgency: "children" })).toEqual([tipId])
    expect(await narrowed({ urgency: "live-now" })).toEqual([])
    expect(await narrowed({ evidence: "without" })).toEqual([tipId])
    expect(await narrowed({ evidence: "with" })).toEqual([])
  })

  it("is narrowed by a part of the address, by the campaign, and by how long ago the report came", async () => {
    const { tipId } = await acceptedTip({ category: "press", targets: ["https://Daily-News.example/a"] })
    const narrowed = async (filter: object, now?: string) =>
      (
        await listTips(as("mei", now), { status: "accepted", filter: { category: "press", ...filter } })
      ).rows.map((row) => row.tipId)
    expect(await narrowed({ site: " daily-NEWS.ex" })).toEqual([tipId])
    expect(await narrowed({ site: "weekly" })).toEqual([])
    expect(await narrowed({ campaign: "demo-2026" })).toEqual([tipId])
    expect(await narrowed({ campaign: "another" })).toEqual([])
    const hence = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
    expect(await narrowed({ days: 3 }, hence(73))).toEqual([tipId])
    expect(await narrowed({ days: 3 }, hence(71))).toEqual([])
  })

  it.each(["x", "bm90IGEgY3Vyc29y", "😀"])("refuses the unknown cursor %s", async (cursor) => {
    await expect(listTips(as("mei"), { cursor })).rejects.toMatchObject({
      code: "invalid",
      issues: [{ path: ["cursor"], rule: "unknown-cursor" }],
    })
  })
})
