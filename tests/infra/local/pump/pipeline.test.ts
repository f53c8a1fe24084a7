import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { arrivals, repeated, stream } from "@/infra/local/pump/pipeline"
import { pump } from "@/infra/local/pump/pump"
import { listCases } from "@/lib/case"
import { evidenceOf } from "@/lib/evidence"
import { setting } from "@/lib/kernel/config"
import { acceptedTip, submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"
import { send, sha256Of } from "@/tests/support/upload"

const lines: string[] = []
let stop: AbortController
let done: Promise<void>

beforeEach(() => {
  stop = new AbortController()
  const dataDir = mkdtempSync(join(tmpdir(), "pump-"))
  const journal = {
    s3Url: process.env.AWS_ENDPOINT_URL_S3 ?? "",
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? "",
    consumers: arrivals,
  }
  const log = (line: string) => void lines.push(line)
  done = pump({ dataDir, tableName: setting("TABLE_NAME"), stream, journal, repeated, log }, stop.signal)
})
afterEach(async () => {
  stop.abort()
  await done
})

it("has a file inspected and sealed that arrived in the bucket, without anybody asking", async () => {
  const bytes = new TextEncoder().encode("what was seen\n")
  const said = { name: "notes.txt", sizeBytes: bytes.length, sha256: sha256Of(bytes) }
  const { tipId, uploads } = await submitted({ evidence: [said] })
  const [upload] = uploads
  if (!upload) throw new Error("no upload")
  expect((await send(upload, "notes.txt", bytes)).status).toBe(201)
  await vi.waitFor(
    async () => expect((await evidenceOf(tipId))[0]).toMatchObject({ state: "verified" }),
    10_000,
  )
  expect(lines).toEqual([])
})

it("has a case opened for a tip that was accepted", async () => {
  await acceptedTip()
  await vi.waitFor(async () => {
    const { rows } = await listCases(as("cai"), { status: "open" })
    expect(rows).toMatchObject([{ site: "pirate.example", campaign: "demo-2026", tipCount: 1 }])
  }, 10_000)
})
