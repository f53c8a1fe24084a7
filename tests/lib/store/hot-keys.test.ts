import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { fences } from "@/infra/fence"
import type { KeyWrite, Recording } from "@/tests/support/load/record-writes"
import { heatOf, hoursToWait, machineryOf, tablesOf } from "@/tests/support/load/simulate"
import { limits, tipsPerSecond, viralDay } from "@/tests/support/load/viral-day"

const tips = 100
let recording: Recording

beforeAll(async () => {
  process.env.REPORTS_PER_MINUTE_NORMAL = String(Math.round(viralDay.tips / 1_440))
  const { recordTips } = await import("@/tests/support/load/record-tips")
  recording = await recordTips(tips)
})
afterAll(() => {
  delete process.env.REPORTS_PER_MINUTE_NORMAL
})

const sampleOf = (writes: readonly KeyWrite[]): Recording => ({ writes, changes: 0, events: 0 })
const write = (of: string, key: string, units = 1): KeyWrite => ({ of, key, units })

describe("on a viral day", () => {
  it("no key of a table or an index takes more than seven tenths of what DynamoDB gives it", () => {
    const tooHot = heatOf(recording, tips).filter(({ share }) => share > limits.shareMax)
    expect(tooHot).toEqual([])
  })

  it("the keys that many tips share are among those looked at", () => {
    const shared = heatOf(recording, tips).map(({ of, key }) => `${of} ${key}`)
    expect(shared).toEqual(
      expect.arrayContaining([
        "Limits site:hot.example",
        expect.stringMatching(/^worklist tips#received#[0-3]$/),
        expect.stringMatching(/^worklist contacts#[0-3]$/),
        expect.stringMatching(/^worklist evidence#scan#[0-7]$/),
        expect.stringMatching(/^Limits origin:/),
      ]),
    )
  })

  it("no table or index is asked for more than it is warmed up to, nor that for more than AWS gives", () => {
    for (const { perSecond, warm } of tablesOf(recording, tips)) {
      expect(perSecond).toBeLessThan(warm * 0.8)
      expect(warm).toBeLessThanOrEqual(limits.writesOfTableQuota)
    }
  })

  it("stream, reactions and scan results keep up; files wait for hours, not for days", () => {
    const needed = machineryOf(recording, tips)
    expect(needed.streamRecords).toBeLessThan(needed.shards * limits.recordsOfShard)
    expect(needed.reactions).toBeLessThan(needed.shards * fences.reactionsOfShard)
    expect(needed.scanResults).toBeLessThan(fences.scanResults)
    expect(needed.inspections / viralDay.peak).toBeLessThan(fences.inspections)
    expect(needed.previews / viralDay.peak).toBeLessThan(fences.previews)
    expect(hoursToWait(needed.inspections, fences.inspections, 1)).toBeLessThan(6)
  })
})

describe("the model", () => {
  it("finds a key that every tip writes to", () => {
    const writes = Array.from({ length: 10 }, (_, at) => [
      write("Table", `tip_${at}`, 2),
      write("worklist", "all"),
    ])
    const [hottest] = heatOf(sampleOf(writes.flat()), 10)
    expect(hottest).toMatchObject({ of: "worklist", key: "all", perSecond: tipsPerSecond })
    expect(hottest?.share).toBeGreaterThan(1)
  })

  it("takes the hottest of the shards of a key", () => {
    const writes = [write("worklist", "tips#received#0"), write("worklist", "tips#received#1", 3)]
    expect(heatOf(sampleOf(writes), 4)).toMatchObject([
      { key: "tips#received#1", perSecond: (3 / 4) * tipsPerSecond },
    ])
  })

  it("does not take a tip's own key for one that many share", () => {
    expect(heatOf(sampleOf([write("Table", "tip_0a", 12)]), 1)).toMatchObject([
      { key: "tip_*", perSecond: 0.2 },
    ])
  })

  it("sums the units of a table over all of its keys", () => {
    const writes = [write("Table", "a", 2), write("Table", "b", 4)]
    expect(tablesOf(sampleOf(writes), 2)).toMatchObject([{ of: "Table", perSecond: 3 * tipsPerSecond }])
  })
})
