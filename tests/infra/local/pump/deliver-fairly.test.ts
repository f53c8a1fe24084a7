import { existsSync, mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { afterEach, expect, it, vi } from "vitest"
import { deadLetterFolder } from "@/infra/local/pump/dead-letters"
import { deliverFairly, type FairConsumer } from "@/infra/local/pump/deliver-fairly"
import { openProgressStore } from "@/infra/local/pump/progress-store"

type Sent = { readonly tip: string; readonly file: string }
const lane = { consumer: "draw", source: "s3" }

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const world = (
  sent: readonly Sent[],
  call: (record: Sent) => Promise<void>,
  given: { dataDir?: string; triesMax?: number; lanes?: number; isOrdered?: boolean } = {},
) => {
  const { dataDir = mkdtempSync(join(tmpdir(), "fair-")), triesMax = 3, lanes = 2, isOrdered = false } = given
  const progress = openProgressStore(join(dataDir, "pump.sqlite"))
  const consumer: FairConsumer = {
    name: lane.consumer,
    lanes,
    isOrdered,
    wants: (record) => (record as Sent).tip !== "unwanted",
    groupOf: (record) => (record as Sent).tip,
    call: async ([entry]) => {
      await call(entry?.record as Sent)
      return 1
    },
  }
  let after = Number(progress.of(lane).position ?? 0)
  const read = async () => {
    const page = sent
      .slice(after, after + 3)
      .map((record, at) => ({ position: String(after + at + 1), record }))
    after += page.length
    return page
  }
  const stop = new AbortController()
  const delivery = { progress, folder: deadLetterFolder(dataDir), triesMax, log: () => {} }
  const done = deliverFairly(delivery, consumer, lane, read, stop.signal)
  const end = async () => {
    stop.abort()
    await done
    progress.close()
  }
  stops.push(end)
  const endNow = () => {
    stops.splice(stops.indexOf(end), 1)
    return end()
  }
  return { dataDir, progress, end: endNow }
}

const files = (tip: string, count: number): Sent[] =>
  Array.from({ length: count }, (_, at) => ({ tip, file: `${tip}${at}` }))

it("lets each tip take its turn, one file at a time, so that nobody waits for another's many", async () => {
  const begun: string[] = []
  const atOnce: string[] = []
  world([...files("a", 6), ...files("b", 1), ...files("c", 2)], async ({ tip, file }) => {
    expect(atOnce).not.toContain(tip)
    atOnce.push(tip)
    begun.push(file)
    await pause(tip === "a" ? 150 : 5)
    atOnce.splice(atOnce.indexOf(tip), 1)
  })
  await vi.waitFor(() => expect(begun).toHaveLength(9), 5_000)
  expect(begun.indexOf("b0")).toBeLessThan(3)
  expect(begun.indexOf("c1")).toBeLessThan(begun.indexOf("a2"))
  expect(begun.filter((file) => file.startsWith("a"))).toEqual(["a0", "a1", "a2", "a3", "a4", "a5"])
})

it("sets a record that fails aside at once, and gives it up after its tries", async () => {
  const done: string[] = []
  const sent = [...files("bad", 1), { tip: "unwanted", file: "x" }, ...files("good", 4)]
  const { progress, dataDir } = world(sent, async ({ tip, file }) => {
    if (tip === "bad") throw new Error("cannot be drawn")
    done.push(file)
  })
  await vi.waitFor(() => expect(done).toEqual(["good0", "good1", "good2", "good3"]), 300)
  expect(progress.of(lane).position).toBeUndefined()
  await vi.waitFor(() => expect(progress.deadLetters()).toHaveLength(1), 5_000)
  expect(progress.deadLetters()).toMatchObject([{ position: "1", tries: 3 }])
  expect(progress.of(lane).position).toBe("6")
  expect(existsSync(join(dataDir, "dead-letters"))).toBe(true)
})

it("begins again behind the last of which all before are done, and counts the tries of before", async () => {
  let hang = true
  const seen: string[] = []
  const sent = [...files("a", 1), ...files("slow", 1), ...files("b", 2)]
  const work = async ({ tip, file }: Sent) => {
    seen.push(file)
    if (tip === "slow" && hang) await pause(400)
    if (tip === "slow" && hang) throw new Error("the pump was killed here")
  }
  const first = world(sent, work)
  await vi.waitFor(() => expect(seen).toContain("b1"), 2_000)
  expect(first.progress.of(lane).position).toBe("1")
  await first.end()
  hang = false
  seen.length = 0
  const second = world(sent, work, { dataDir: first.dataDir })
  await vi.waitFor(() => expect(second.progress.of(lane).position).toBe("4"), 2_000)
  expect(seen).toContain("slow0")
  expect(seen).not.toContain("a0")
})

it("keeps the order of a group where that matters, and holds up no other behind one that fails", async () => {
  const done: string[] = []
  let failures = 3
  const sent = [...files("bad", 3), ...files("good", 3)]
  world(
    sent,
    async ({ file }) => {
      if (file === "bad0" && failures-- > 0) throw new Error("not yet")
      done.push(file)
    },
    { isOrdered: true, triesMax: 10 },
  )
  await vi.waitFor(() => expect(done).toEqual(["good0", "good1", "good2"]), 300)
  await vi.waitFor(() => expect(done).toHaveLength(6), 5_000)
  expect(done.slice(3)).toEqual(["bad0", "bad1", "bad2"])
})
