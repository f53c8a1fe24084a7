import { Webhook } from "standardwebhooks"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { listUpdates, recordAnswer, takeUpdate } from "@/lib/agency"
import { verifyFile } from "@/lib/audit"
import { authenticateAgency, getAuthority, issueAgencyKey, setWebhook } from "@/lib/authority"
import { openCase } from "@/lib/case"
import { listReferralDeliveries, XarfReport } from "@/lib/delivery"
import { type Context, contextFor } from "@/lib/kernel/context"
import { sha256 } from "@/lib/kernel/crypto"
import { getReferral } from "@/lib/referral"
import { getSettings, setContacts } from "@/lib/settings"
import { aDelivered } from "@/tests/support/case"
import { acceptedTip } from "@/tests/support/factory"
import { as, system, visitor } from "@/tests/support/people"
import {
  allowOwnMachine,
  deliveriesOf,
  mps,
  reactTo,
  send,
  webhookWorld,
} from "@/tests/support/webhook-world"

let world: Awaited<ReturnType<typeof webhookWorld>>
const administrator = () => as("administrator")
const say = async (email: string) =>
  setContacts(administrator(), { ...(await getSettings(administrator(), {})), email, phone: "" })
const toXarf = async () =>
  setWebhook(administrator(), { ...(await mps()), url: world.receiver.url, format: "xarf" })

/** A delivered referral of a case of these tips, one array of addresses each. */
const referred = async (...tips: readonly (readonly string[])[]) => {
  let caseId = ""
  for (const targets of tips) {
    const { tipId } = await acceptedTip({ targets: [...targets], work: "A film", contact: "me@mail.example" })
    caseId = (await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? ""
  }
  const seen = await aDelivered(caseId)
  await reactTo(caseId)
  return seen
}

beforeAll(async () => {
  world = await webhookWorld()
})
beforeEach(allowOwnMachine)
afterEach(() => world.restore())
afterAll(() => world.receiver.close())

describe("a referral to a host", () => {
  it("is not set up before the portal has an address for answers", async () => {
    await expect(toXarf()).rejects.toMatchObject({
      code: "invalid",
      issues: [{ path: ["format"], rule: "contact-missing" }],
    })
    await say("answers@banquan.example")
    await toXarf()
    expect((await getAuthority(administrator(), { authorityId: "mps" })).channel?.format).toBe("xarf")
  })

  it("is one signed XARF report of each address, once, however often the event comes", async () => {
    const site = "https://host-reports.example"
    const { referralId, caseId } = await referred([`${site}/1`, `${site}/2`], [`${site}/1`])
    await reactTo(caseId)
    const before = world.receiver.taken.length
    expect(await send()).toMatchObject({ done: 2 })
    const taken = world.receiver.taken.slice(before)
    const reports = taken.map(({ body, headers }) => {
      expect(headers["content-type"]).toContain("application/json")
      return XarfReport.parse(new Webhook(world.secret).verify(body, headers as Record<string, string>))
    })
    expect(reports.map((report) => report.infringing_url).toSorted()).toEqual([`${site}/1`, `${site}/2`])
    expect(new Set(reports.map((report) => report.report_id)).size).toBe(2)
    const first = reports.find((report) => report.infringing_url === `${site}/1`)
    expect(first).toMatchObject({
      source_identifier: "host-reports.example",
      work_title: "A film",
      reporter: { contact: "answers@banquan.example" },
    })
    const [evidence] = first?.evidence ?? []
    const text = Buffer.from(evidence?.payload ?? "", "base64").toString()
    expect(text).toContain("Reports that were examined and accepted: 2")
    expect(evidence?.hash).toBe(`sha256:${sha256(text)}`)
    expect(first?.tags).toContain(`referral:${referralId}`)
  })

  it("names no reporter, no receipt and no contact", async () => {
    const { referralId } = await referred(["https://nameless-host.example/1"])
    const before = world.receiver.taken.length
    await send()
    const [taken] = world.receiver.taken.slice(before)
    expect(taken?.body).toContain(referralId)
    expect(taken?.body).not.toMatch(/tip_|me@mail|[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}"/)
  })

  it("waits, as a failed reaction that staff sees, while the portal has lost its address for answers", async () => {
    await say("")
    const { caseId, referralId } = await referred(["https://no-answers-host.example/1"])
    expect(await reactTo(caseId)).toBe(1)
    expect(await deliveriesOf(referralId)).toEqual([])
    await say("answers@banquan.example")
    expect(await reactTo(caseId)).toBe(0)
    expect(await deliveriesOf(referralId)).toHaveLength(1)
  })

  it("has no report of an app that has a name alone", async () => {
    const { referralId } = await referred(["An app called Films for all"])
    expect(await deliveriesOf(referralId)).toEqual([])
  })
})

describe("a host's answer to a report", () => {
  let agency: Context
  let hosts = 0
  const asked = async () => {
    hosts += 1
    const site = `https://answer-host-${hosts}.example`
    const ids = await referred([`${site}/1`, `${site}/2`])
    const sent = (await listReferralDeliveries(as("cai"), ids)).flatMap(({ report }) => report ?? [])
    const [first, second] = sent.toSorted((a, b) => (a.url < b.url ? -1 : 1))
    return { ...ids, first: first?.reportId ?? "", second: second?.reportId ?? "" }
  }
  let keys = 0
  const says = (referralId: string, content: Parameters<typeof takeUpdate>[1]["content"]) => {
    keys += 1
    return takeUpdate(agency, { referralId, idempotencyKey: `answer-${keys}`, content })
  }
  const answersOf = async (ids: { referralId: string }) =>
    new Map(
      (await listReferralDeliveries(as("cai"), ids)).map(({ report, answered }) => [
        report?.reportId,
        answered?.reason ?? answered?.state,
      ]),
    )
  const statusOf = async (ids: { caseId: string; referralId: string }) =>
    (await getReferral(as("cai"), ids)).referral.status

  beforeAll(async () => {
    const { key } = await issueAgencyKey(administrator(), { authorityId: "mps", name: "Host" })
    agency = contextFor(await authenticateAgency(visitor(), { key }))
  })

  it("is kept for each address, and acknowledges the referral with the first", async () => {
    const { first, second, ...ids } = await asked()
    const queued = await says(ids.referralId, { status: "report", reportId: first, state: "queued" })
    expect(queued).toMatchObject({ isNew: true, referralStatus: "acknowledged" })
    expect(await statusOf(ids)).toBe("acknowledged")
    await says(ids.referralId, { status: "report", reportId: second.toUpperCase(), state: "processing" })
    await says(ids.referralId, { status: "report", reportId: first, state: "completed", reason: "actioned" })
    expect(await answersOf(ids)).toEqual(
      new Map([
        [first, "actioned"],
        [second, "processing"],
      ]),
    )
    expect(await listUpdates(agency, ids)).toHaveLength(3)
    expect(await verifyFile(as("auditor"), { file: ids.referralId })).toMatchObject({ faults: [] })
  })

  it("stays once it is completed, whoever says otherwise, and is taken once when it is sent twice", async () => {
    const { first, second, ...ids } = await asked()
    const content = { status: "report", reportId: first, state: "completed", reason: "not-hosted" } as const
    const twice = { referralId: ids.referralId, idempotencyKey: "completed-1", content }
    const both = await Promise.all([takeUpdate(agency, twice), takeUpdate(agency, twice)])
    expect(both.map(({ isNew }) => isNew).toSorted()).toEqual([false, true])
    const again = { ...content, reason: "actioned" } as const
    await expect(says(ids.referralId, again)).rejects.toMatchObject({ reason: "report-completed" })
    await expect(
      recordAnswer(as("cai"), { ...ids, reportId: first, state: "processing" }),
    ).rejects.toMatchObject({ code: "conflict", reason: "report-completed" })
    expect((await answersOf(ids)).get(second)).toBeUndefined()
  })

  it("is recorded by a case officer, and by nobody else, where it came by mail", async () => {
    const { first, second: _, ...ids } = await asked()
    const answer = { ...ids, reportId: first, state: "completed", reason: "more-information" } as const
    for (const who of ["officer", "mei", "auditor", "administrator"] as const)
      await expect(recordAnswer(as(who), answer)).rejects.toMatchObject({ code: "forbidden" })
    await recordAnswer(as("cai"), answer)
    expect((await answersOf(ids)).get(first)).toBe("more-information")
    expect(await statusOf(ids)).toBe("acknowledged")
  })

  it("loses no race: of two at once for two addresses both are kept", async () => {
    const { first, second, ...ids } = await asked()
    await Promise.all([
      says(ids.referralId, { status: "report", reportId: first, state: "processing" }),
      says(ids.referralId, { status: "report", reportId: second, state: "queued" }),
    ])
    expect([...(await answersOf(ids)).values()].toSorted()).toEqual(["processing", "queued"])
  })

  it.each([
    [{ state: "completed" }, { path: ["content", "reason"], rule: "required" }],
    [
      { state: "queued", reason: "actioned" },
      { path: ["content", "reason"], rule: "reason-too-early" },
    ],
    [{ state: "lost" }, { path: ["content", "state"], rule: "not-an-option" }],
    [{ state: "queued", reportId: "none" }, { path: ["content", "reportId"] }],
  ])("is refused as %j", async (change, issue) => {
    const { first, second: _, referralId } = await asked()
    const content = { status: "report", reportId: first, ...change } as never
    await expect(says(referralId, content)).rejects.toMatchObject({ code: "invalid", issues: [issue] })
  })

  it("names a report of this referral", async () => {
    const { first } = await asked()
    const { referralId } = await asked()
    await expect(
      says(referralId, { status: "report", reportId: first, state: "queued" }),
    ).rejects.toMatchObject({ issues: [{ path: ["reportId"], rule: "report-unknown" }] })
  })
})
