import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { evidenceOf } from "@/lib/evidence"
import type { TipId } from "@/lib/kernel/id"
import { submitted } from "@/tests/support/factory"
import * as bombs from "@/tests/support/files/bombs"
import { fixture } from "@/tests/support/files/fixture"
import { pdfBomb } from "@/tests/support/files/pdf"
import { samples } from "@/tests/support/files/samples"
import { watchTree } from "@/tests/support/local/tree-memory"
import { send } from "@/tests/support/upload"

let child: ChildProcess
let memory: ReturnType<typeof watchTree>

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "pump-"))
  const script = ["--max-semi-space-size=4", "--import", "tsx", "tests/support/local/evidence-pump-child.ts"]
  child = spawn(process.execPath, [...script, dataDir], { stdio: ["ignore", "ignore", "inherit", "ipc"] })
  await once(child, "message")
  memory = watchTree(child.pid ?? 0)
})
afterAll(async () => {
  child.kill()
  await once(child, "exit")
})

type Sent = readonly [name: string, bytes: Buffer]

const report = async (files: readonly Sent[]): Promise<TipId> => {
  const evidence = files.map(([name, bytes]) => ({ name, sizeBytes: bytes.length }))
  const { tipId, uploads } = await submitted({ evidence })
  for (const [at, [name, bytes]] of files.entries()) {
    const upload = uploads.find(({ index }) => index === at)
    if (upload) expect((await send(upload, name, bytes)).status).toBe(201)
  }
  return tipId
}

/** Milliseconds until all files of a tip have a copy or none. */
const drawnAfter = async (tipId: TipId, msMax: number) => {
  const began = performance.now()
  for (;;) {
    const files = await evidenceOf(tipId)
    const ms = performance.now() - began
    if (files.every(({ hasPreview }) => hasPreview !== undefined)) return ms
    if (ms > msMax) throw new Error(`after ${msMax} ms: ${JSON.stringify(files)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const picture = (): Sent => [
  "screen.png",
  samples.find(([ending]) => ending === "png")?.[1] ?? Buffer.alloc(0),
]

it("five hostile files of one tip delay another's picture by less than five seconds", async () => {
  const alone = await drawnAfter(await report([picture()]), 20_000)
  expect(bombs.nestedPdf.length).toBeLessThan(3_000)
  const hostile = await report(Array.from({ length: 5 }, (_, at) => [`${at}.pdf`, bombs.nestedPdf]))
  const beside = await drawnAfter(await report([picture(), ["photo.jpg", fixture("photo.heic")]]), 30_000)
  console.info(`a picture alone ${Math.round(alone)} ms, beside hostile files ${Math.round(beside)} ms`)
  expect(beside - alone).toBeLessThan(5_000)
  await drawnAfter(hostile, 90_000)
  expect((await evidenceOf(hostile)).map(({ state, hasPreview }) => [state, hasPreview])).toEqual(
    Array.from({ length: 5 }, () => ["verified", false]),
  )
}, 150_000)

it("the pump, with all that draws, stays under 600 MB over the whole hostile set", async () => {
  const set: Sent[] = [
    ["huge.png", bombs.hugePng],
    ["huge.gif", bombs.hugeGif],
    ["huge.webp", await bombs.hugeWebp()],
    ["huge.avif", bombs.hugeAvif],
    ["huge.heic", bombs.avifAsHeic],
    ["huge.webm", bombs.hugeVp8()],
    ["headers.mp4", bombs.headersMp4],
    ["nested.mp4", bombs.nestedMp4],
    ["void.mkv", bombs.voidMkv()],
    ["endless.pdf", bombs.endlessPdf],
    ["nested.pdf", bombs.nestedPdf],
    ["swelling.pdf", Buffer.from(pdfBomb(300))],
    ["remark.png", bombs.remarkPng],
    ["long.gif", bombs.longGif],
  ]
  // Two reporters at once: whatever needs most meets whatever else needs most.
  const tips = [await report(set), await report(set.toReversed())]
  for (const tip of tips) await drawnAfter(tip, 200_000)
  const peak = memory.stop()
  console.info(`peak of the pump and all that it started: ${Math.round(peak / 1e6)} MB`)
  // A Node process alone takes more than this: it was looked at.
  expect(peak).toBeGreaterThan(50e6)
  expect(peak).toBeLessThan(600e6)
}, 300_000)
