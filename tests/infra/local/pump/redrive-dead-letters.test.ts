import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it, vi } from "vitest"
import { deadLetterFolder } from "@/infra/local/pump/dead-letters"
import { deliverFairly, type FairConsumer } from "@/infra/local/pump/deliver-fairly"
import { openProgressStore } from "@/infra/local/pump/progress-store"
import { redriveDeadLetters } from "@/infra/local/pump/redrive-dead-letters"

const lane = { consumer: "react", source: "shard" }

const consumer = (call: FairConsumer["call"]): FairConsumer => ({
  name: "react",
  lanes: 1,
  groupOf: () => "one",
  isOrdered: true,
  wants: () => true,
  call,
})

it("a record that always fails goes to the dead letters, and leaves them when a later try ends well", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "pump-"))
  const progress = openProgressStore(join(dataDir, "pump.sqlite"))
  const lines: string[] = []
  const log = (line: string) => void lines.push(line)
  const delivery = { progress, folder: deadLetterFolder(dataDir), triesMax: 1, log }
  const poisoned = consumer(async () => {
    throw new Error("store is away")
  })
  const entries = [{ position: "2", record: { position: "2" } }]
  const read = async () => entries.splice(0)
  const stop = new AbortController()
  const done = deliverFairly(delivery, poisoned, lane, read, stop.signal)
  await vi.waitFor(() => expect(progress.deadLetters()).toMatchObject([{ ...lane, position: "2", tries: 1 }]))
  stop.abort()
  await done
  expect(lines.join()).toContain("store is away")
  expect(lines.at(-1)).toContain("GAVE UP")
  const [file = ""] = readdirSync(join(dataDir, "dead-letters"))
  expect(JSON.parse(readFileSync(join(dataDir, "dead-letters", file), "utf8"))).toMatchObject({
    record: { position: "2" },
  })

  const again = (to: FairConsumer) => redriveDeadLetters(progress, delivery.folder, [to], log)
  expect(await again(poisoned)).toEqual({ delivered: 0, dead: 1 })
  expect(progress.deadLetters()).toMatchObject([{ tries: 2 }])
  expect(await again(consumer(async () => 1))).toEqual({ delivered: 1, dead: 0 })
  expect(progress.deadLetters()).toEqual([])
  expect(existsSync(dataDir) && readdirSync(join(dataDir, "dead-letters"))).toEqual([])
})
