import { tmpdir } from "node:os"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { GET as ready } from "@/app/api/health/ready/route"
import { GET as campaigns } from "@/app/api/v1/campaigns/route"
import { POST as submit } from "@/app/api/v1/tips/route"
import { beat, getHealth } from "@/lib/health"
import { contextFor } from "@/lib/kernel/context"
import { submitReport } from "@/lib/right-holder"
import { call } from "@/tests/support/app/call"
import { newBrowser } from "@/tests/support/app/form-browser"
import { aTip, submitted } from "@/tests/support/factory"
import { system, visitor } from "@/tests/support/people"

const fill = () => {
  vi.stubEnv("STORAGE_PATH", tmpdir())
  vi.stubEnv("STORAGE_RESERVE_MB", "999999999")
}
const makeRoom = () => vi.stubEnv("STORAGE_RESERVE_MB", "0")

describe("a full storage", () => {
  beforeEach(fill)

  it("refuses a tip in words, keeps what is published open, and takes tips again once there is room", async () => {
    const headers = { "accept-language": "zh" }
    const refused = await call(submit, "/api/v1/tips", { body: aTip(), headers })
    expect(refused.status).toBe(503)
    expect(refused.json).toMatchObject({ type: "urn:sword-net:problem:storage-full" })
    expect(refused.json.detail).toContain("存储空间")
    expect((await call(campaigns, "/api/v1/campaigns")).status).toBe(200)
    expect((await newBrowser().open("/zh/privacy")).status).toBe(200)
    makeRoom()
    expect((await call(submit, "/api/v1/tips", { body: aTip() })).status).toBe(201)
  })

  it("refuses files and the reports of right holders, and is told by the readiness check", async () => {
    makeRoom()
    const { tipId } = await submitted()
    fill()
    const { announceFiles } = await import("@/lib/evidence")
    const reporter = contextFor({ kind: "reporter", tipId })
    await expect(
      announceFiles(reporter, { tipId, evidence: [{ name: "a.png", sizeBytes: 1 }] } as never),
    ).rejects.toMatchObject({ reason: "storage-full" })
    const holder = { kind: "right-holder", holderId: "h", keyId: "k", name: "H", scopes: ["tips:write"] }
    const report = { ...aTip(), reference: "1" }
    await expect(submitReport(contextFor(holder as never), report)).rejects.toMatchObject({
      reason: "storage-full",
    })
    const readiness = await call(ready, "/api/health/ready")
    expect([readiness.status, readiness.json.storage]).toEqual([503, "full"])
  })
})

describe("the pipeline", () => {
  it("is alive for as long after its last word as the setting says, and silent before its first", async () => {
    vi.stubEnv("PIPELINE_SILENT_SECONDS_MAX", "30")
    expect(await getHealth(visitor(), {})).toEqual({ pipeline: "silent" })
    expect((await call(ready, "/api/health/ready")).status).toBe(503)
    await beat(system(), {})
    expect((await call(ready, "/api/health/ready")).json).toMatchObject({
      status: "ready",
      pipeline: "alive",
    })
    const later = (seconds: number) => visitor(new Date(Date.now() + seconds * 1000).toISOString())
    expect(await getHealth(later(29), {})).toEqual({ pipeline: "alive" })
    expect(await getHealth(later(31), {})).toEqual({ pipeline: "silent" })
  })

  it("is not asked for where nobody listens for it", async () => {
    expect(await getHealth(visitor(), {})).toEqual({})
  })
})
