import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { deadLetterFolder } from "@/infra/local/pump/dead-letters"
import { type Consumer, type Delivery, deliver, type Entry } from "@/infra/local/pump/deliver"
import { openProgressStore } from "@/infra/local/pump/progress-store"
import { redriveDeadLetters } from "@/infra/local/pump/redrive-dead-letters"

const lane = { consumer: "react", source: "shard" }

const entries = (...positions: string[]): Entry[] =>
  positions.map((position) => ({ position, record: { position } }))

const newDelivery = (triesMax = 10) => {
  const dataDir = mkdtempSync(join(tmpdir(), "pump-"))
  const path = join(dataDir, "pump.sqlite")
  const lines: string[] = []
  const log = (line: string) => void lines.push(line)
  const delivery: Delivery = {
    progress: openProgressStore(path),
    folder: deadLetterFolder(dataDir),
    triesMax,
    log,
  }
  return { dataDir, path, delivery, lines }
}

const consumer = (call: (positions: string[]) => number, given: Partial<Consumer> = {}) => {
  const calls: string[][] = []
  const made: Consumer = {
    name: "react",
    sizeMax: 25,
    wants: () => true,
    call: async (batch) => {
      const positions = batch.map(({ position }) => position)
      calls.push(positions)
      return call(positions)
    },
    ...given,
  }
  return { ...made, calls }
}

const drain = async (delivery: Delivery, to: Consumer, given: readonly Entry[], stepsMax = 50) => {
  let rest = given
  for (let step = 0; rest.length > 0 && step < stepsMax; step++)
    rest = rest.slice((await deliver(delivery, to, lane, rest)).passed)
  return rest
}

describe("a batch", () => {
  it("moves the checkpoint to its end once the handler came back", async () => {
    const { delivery } = newDelivery()
    const react = consumer((positions) => positions.length)
    expect(await deliver(delivery, react, lane, entries("1", "2", "3"))).toEqual({ passed: 3, tries: 0 })
    expect(delivery.progress.of(lane)).toEqual({ position: "3", tries: 0, suspects: 0 })
  })

  it("stops at the first record that was reported failed, and tries that one alone", async () => {
    const { delivery } = newDelivery()
    let broken = true
    const react = consumer((positions) => {
      const at = positions.indexOf("2")
      return broken && at >= 0 ? at : positions.length
    })
    expect(await deliver(delivery, react, lane, entries("1", "2", "3"))).toEqual({ passed: 1, tries: 1 })
    expect(delivery.progress.of(lane).position).toBe("1")
    broken = false
    expect(await drain(delivery, react, entries("2", "3", "4"))).toEqual([])
    expect(react.calls).toEqual([["1", "2", "3"], ["2"], ["3"], ["4"]])
    expect(delivery.progress.of(lane)).toEqual({ position: "4", tries: 0, suspects: 0 })
  })

  it("stays where it was when the handler throws", async () => {
    const { delivery, lines } = newDelivery()
    const react = consumer(() => {
      throw new Error("store is away")
    })
    expect(await deliver(delivery, react, lane, entries("1"))).toEqual({ passed: 0, tries: 1 })
    expect(delivery.progress.of(lane)).toEqual({ tries: 1, suspects: 1 })
    expect(lines.join()).toContain("store is away")
  })

  it("never shows the handler what its filter keeps away, and still passes it", async () => {
    const { delivery } = newDelivery()
    const odd = ({ position }: { position: string }) => Number(position) % 2 === 1
    const react = consumer((positions) => positions.length, {
      wants: (record) => odd(record as { position: string }),
    })
    expect(await drain(delivery, react, entries("1", "2", "3", "4"))).toEqual([])
    expect(react.calls).toEqual([["1", "3"]])
    expect(delivery.progress.of(lane).position).toBe("4")
  })
})

describe("a record that always fails", () => {
  const poison = (positions: string[]) => {
    const at = positions.indexOf("2")
    return at >= 0 ? at : positions.length
  }

  it("goes to the dead letters after the last try, and the pump goes on", async () => {
    const { delivery, dataDir, lines } = newDelivery(3)
    const react = consumer(poison)
    expect(await drain(delivery, react, entries("1", "2", "3"))).toEqual([])
    expect(react.calls.filter((call) => call.includes("2"))).toHaveLength(3)
    expect(react.calls.at(-1)).toEqual(["3"])
    expect(delivery.progress.deadLetters()).toMatchObject([{ ...lane, position: "2", tries: 3 }])
    const [file = ""] = readdirSync(join(dataDir, "dead-letters"))
    expect(JSON.parse(readFileSync(join(dataDir, "dead-letters", file), "utf8"))).toMatchObject({
      position: "2",
      record: { position: "2" },
    })
    expect(lines.at(-1)).toContain("GAVE UP")
  })

  it("is counted over restarts, so that one which kills the pump is given up on too", async () => {
    const { delivery, path } = newDelivery(3)
    for (let start = 1; start <= 2; start++) {
      const killed = { ...delivery, progress: openProgressStore(path) }
      const never = consumer(() => 0, { call: () => new Promise(() => {}) })
      void deliver(killed, never, lane, entries("2", "3"))
    }
    expect(delivery.progress.of(lane)).toEqual({ tries: 2, suspects: 2 })
    const react = consumer(poison)
    expect(await drain(delivery, react, entries("2", "3"))).toEqual([])
    expect(react.calls).toEqual([["2"], ["3"]])
    expect(delivery.progress.deadLetters()).toHaveLength(1)
  })

  it("leaves the dead letters when a later try ends well", async () => {
    const { delivery, dataDir } = newDelivery(1)
    await drain(delivery, consumer(poison), entries("1", "2"))
    const again = () => redriveDeadLetters(delivery.progress, delivery.folder, [mended], delivery.log)
    const mended = consumer(poison)
    expect(await again()).toEqual({ delivered: 0, dead: 1 })
    expect(delivery.progress.deadLetters()).toMatchObject([{ tries: 2 }])
    Object.assign(mended, { call: async () => 1 })
    expect(await again()).toEqual({ delivered: 1, dead: 0 })
    expect(delivery.progress.deadLetters()).toEqual([])
    expect(existsSync(dataDir) && readdirSync(join(dataDir, "dead-letters"))).toEqual([])
  })
})
