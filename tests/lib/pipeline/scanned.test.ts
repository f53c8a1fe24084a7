import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import type { SQSEvent } from "aws-lambda"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { announceEvidence, findEvidence } from "@/lib/evidence"
import { sealedKey } from "@/lib/evidence/evidence"
import type { EvidenceId, TipId } from "@/lib/kernel/id"
import { handler } from "@/lib/pipeline/scanned"
import { getTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { guardDutyResult } from "@/tests/support/guardduty-result"
import { as, reporterOf } from "@/tests/support/people"
import { sealedFile } from "@/tests/support/sealed"

beforeEach(() => {
  process.env.SCANNER = "guardduty"
})
afterEach(() => {
  delete process.env.SCANNER
})

const done = { batchItemFailures: [] }
const scanOf = async (ids: { tipId: TipId; evidenceId: EvidenceId }) => (await findEvidence(ids))?.scan

describe("GuardDuty's result", () => {
  it.each([
    ["NO_THREATS_FOUND", null, { verdict: "clean" }],
    ["THREATS_FOUND", [{ name: "EICAR-Test-File" }], { verdict: "infected", threat: "EICAR-Test-File" }],
    ["UNSUPPORTED", null, { verdict: "unscannable" }],
    ["FAILED", null, { verdict: "pending" }],
    ["ACCESS_DENIED", null, { verdict: "pending" }],
  ])("%s is what is known of the file", async (status, threats, known) => {
    const { ids } = await sealedFile()
    expect(await scanOf(ids)).toMatchObject({ verdict: "pending", asks: 1 })
    expect(await handler(guardDutyResult(sealedKey(ids), status, threats))).toEqual(done)
    expect(await scanOf(ids)).toMatchObject(known)
  })

  it("delivered again changes nothing", async () => {
    const { ids } = await sealedFile()
    const event = guardDutyResult(sealedKey(ids), "NO_THREATS_FOUND")
    await handler(event)
    const { events } = await getTip(as("auditor"), { tipId: ids.tipId })
    expect(await handler(event)).toEqual(done)
    expect((await getTip(as("auditor"), { tipId: ids.tipId })).events).toEqual(events)
  })

  it("that overtakes the seal comes again", async () => {
    const { tipId } = await submitted()
    const { evidenceId } = await announceEvidence(reporterOf(tipId), { tipId })
    expect(await handler(guardDutyResult(sealedKey({ tipId, evidenceId }), "NO_THREATS_FOUND"))).toEqual({
      batchItemFailures: [{ itemIdentifier: "m1" }],
    })
  })

  it("that is none is given up in the end, and kept to be looked at", async () => {
    const odd = { Records: [{ messageId: "m2", body: "{}" }] } as unknown as SQSEvent
    expect(await handler(odd)).toEqual({ batchItemFailures: [{ itemIdentifier: "m2" }] })
  })
})

describe("GuardDuty that never answered", () => {
  it("is asked again by the sweeper, by its own API", async () => {
    const asked: unknown[] = []
    const server = createServer(async (request, response) => {
      asked.push([request.url, JSON.parse(await new Response(request as unknown as BodyInit).text())])
      response.setHeader("content-type", "application/json").end("{}")
    }).listen(0, "127.0.0.1")
    await new Promise((resolve) => server.once("listening", resolve))
    process.env.AWS_ENDPOINT_URL_GUARDDUTY = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { ids } = await sealedFile()
    const { sweepScans } = await import("@/lib/evidence")
    const now = new Date(Date.now() + 3_600_000).toISOString()
    await sweepScans({ ...as("mei", now), actor: { kind: "system", name: "sweep" } }, {})
    expect(asked).toContainEqual([
      "/object-malware-scan/send",
      { s3Object: { bucket: process.env.EVIDENCE_BUCKET, key: sealedKey(ids) } },
    ])
    expect(await scanOf(ids)).toMatchObject({ verdict: "timed-out", asks: 2 })
    server.close()
  })
})
