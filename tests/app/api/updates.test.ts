import { beforeAll, describe, expect, it } from "vitest"
import { GET, POST } from "@/app/api/v1/referrals/[id]/updates/route"
import { eventsOf } from "@/lib/audit"
import { issueAgencyKey, revokeAgencyKey } from "@/lib/authority"
import { getCase } from "@/lib/case"
import { listCaseMeasures } from "@/lib/measure"
import { acknowledgeReferral, getReferral, withdrawReferral } from "@/lib/referral"
import { call } from "@/tests/support/app/call"
import { expectToMatch } from "@/tests/support/app/description"
import { aCase, aDelivered, aDraft, enforcementWorld } from "@/tests/support/case"
import { aHolder } from "@/tests/support/holder"
import { as } from "@/tests/support/people"

const path = "/api/v1/referrals/{id}/updates"
let key = ""
let strangers = ""
let calls = 0

const issued = async (authorityId: string) =>
  (await issueAgencyKey(as("administrator"), { authorityId, name: `System of ${authorityId}` })).key

beforeAll(async () => {
  await enforcementWorld()
  key = await issued("mps")
  strangers = await issued("miit")
})

type Sent = { readonly by?: string; readonly under?: string }
const send = (id: string, body: unknown, { by = key, under = `update-${++calls}` }: Sent = {}) =>
  call(POST, "/", {
    params: { id },
    headers: { authorization: `Bearer ${by}`, "idempotency-key": under },
    body,
  })
const list = (id: string, by = key) =>
  call(GET, "/", { params: { id }, headers: { authorization: `Bearer ${by}` } })
const problem = "application/problem+json"
const statusOf = async (seen: { caseId: string; referralId: string }) =>
  (await getReferral(as("cai"), seen)).referral.status
const closed = { metric: "websites-closed", quantity: 2, takenOn: "2026-11-20" } as const

describe("an authority's system", () => {
  it("acknowledges, accepts, reports measures and the end, each on record as its own", async () => {
    const seen = await aDelivered(await aCase())
    const { referralId, caseId } = seen
    const first = await send(referralId, { status: "acknowledged", reference: "2026-网-1" })
    expect(first).toMatchObject({
      status: 201,
      json: { referralStatus: "acknowledged", status: "acknowledged" },
    })
    expectToMatch(first.json, path, "post", 201)
    expect(await send(referralId, { status: "accepted" })).toMatchObject({ status: 201 })
    const measured = await send(referralId, {
      status: "measure",
      description: "Both mirrors",
      measure: closed,
    })
    expect(measured).toMatchObject({ status: 201, json: { referralStatus: "accepted" } })
    expect(await send(referralId, { status: "reported" })).toMatchObject({
      json: { referralStatus: "reported" },
    })
    expect(await listCaseMeasures(as("cai"), { caseId })).toMatchObject([
      {
        ...closed,
        referralId,
        note: "Both mirrors",
        measureId: measured.json.measureId,
        recordedBy: { name: "System of mps" },
      },
    ])
    const events = (await eventsOf(caseId)).filter(({ actor }) => actor.kind === "agency")
    expect(events.map(({ type }) => type).toSorted()).toEqual([
      "case.action-started",
      "measure.recorded",
      "referral.accepted",
      "referral.acknowledged",
      "referral.reported",
    ])
    expect(events[0]?.actor).toEqual({ kind: "agency", id: "mps", name: "System of mps" })
    expect((await getCase(as("cai"), { caseId })).case.status).toBe("acting")
    const all = await list(referralId)
    expectToMatch(all.json, path, "get", 200)
    expect(all.json.updates.map(({ status }: { status: string }) => status)).toEqual([
      "acknowledged",
      "accepted",
      "measure",
      "reported",
    ])
  })

  it("returns a referral with a reason, which the case officers read", async () => {
    const seen = await aDelivered(await aCase())
    await send(seen.referralId, { status: "acknowledged" })
    expect(await send(seen.referralId, { status: "returned", description: "short" })).toMatchObject({
      status: 422,
      json: { errors: [{ pointer: "#/description" }] },
    })
    await send(seen.referralId, { status: "returned", description: "The site is hosted abroad." })
    expect((await getReferral(as("cai"), seen)).referral).toMatchObject({
      status: "returned",
      returnReason: "The site is hosted abroad.",
    })
  })
})

describe("an update that is sent again", () => {
  it("under the same key changes nothing and is answered alike, also when the referral has moved on", async () => {
    const { caseId, referralId } = await aDelivered(await aCase())
    const acknowledging = () => send(referralId, { status: "acknowledged" }, { under: "again-and-again" })
    const first = await acknowledging()
    await send(referralId, { status: "accepted" })
    const measuring = () =>
      send(referralId, { status: "measure", measure: closed }, { under: "measure-again" })
    const measured = await measuring()
    const again = await acknowledging()
    expect(again).toMatchObject({ status: 200, json: first.json })
    expectToMatch(again.json, path, "post", 200)
    expect(await measuring()).toMatchObject({ status: 200, json: measured.json })
    expect(await listCaseMeasures(as("cai"), { caseId })).toHaveLength(1)
  })

  it("under the same key with other content, or of another referral, is refused", async () => {
    const one = await aDelivered(await aCase())
    const other = await aDelivered(await aCase())
    const under = "used-already"
    await send(one.referralId, { status: "acknowledged" }, { under })
    const reused = { status: 409, json: { type: "urn:sword-net:problem:idempotency-key-reused" } }
    const changed = await send(one.referralId, { status: "acknowledged", reference: "x" }, { under })
    expect(changed).toMatchObject(reused)
    expectToMatch(changed.json, path, "post", 409, problem)
    expect(await send(other.referralId, { status: "acknowledged" }, { under })).toMatchObject(reused)
    expect(await statusOf(other)).toBe("delivered")
  })

  it("many times at once is taken once", async () => {
    const { caseId, referralId } = await aDelivered(await aCase())
    const acknowledged = await Promise.all(
      Array.from({ length: 5 }, () => send(referralId, { status: "acknowledged" }, { under: "all-at-once" })),
    )
    expect(acknowledged.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 201])
    const measured = await Promise.all(
      Array.from({ length: 5 }, () =>
        send(referralId, { status: "measure", measure: closed }, { under: "all-at-once-2" }),
      ),
    )
    expect(measured.every(({ status }) => status < 300)).toBe(true)
    expect(await listCaseMeasures(as("cai"), { caseId })).toHaveLength(1)
    expect((await list(referralId)).json.updates).toHaveLength(2)
  })

  it("under a key that another authority has used is its own", async () => {
    const { referralId } = await aDelivered(await aCase())
    await send(referralId, { status: "acknowledged" }, { under: "common-key" })
    expect(
      await send(referralId, { status: "acknowledged" }, { by: strangers, under: "common-key" }),
    ).toMatchObject({ status: 404 })
  })
})

describe("an update is refused", () => {
  it("where the referral is at another step, or was withdrawn", async () => {
    const seen = await aDelivered(await aCase())
    const conflict = { status: 409, json: { type: "urn:sword-net:problem:referral-status" } }
    expect(await send(seen.referralId, { status: "accepted" })).toMatchObject(conflict)
    expect(await send(seen.referralId, { status: "measure", measure: closed })).toMatchObject(conflict)
    await withdrawReferral(as("cai"), { ...seen, reason: "A mistake of ours, please stop." })
    expect(await send(seen.referralId, { status: "acknowledged" })).toMatchObject(conflict)
  })

  it("of another authority's referral, of a draft and of none, all alike", async () => {
    const seen = await aDelivered(await aCase())
    const draft = await aDraft(await aCase())
    const unknown = { status: 404, json: { type: "urn:sword-net:problem:referral" } }
    const sent = await send(seen.referralId, { status: "acknowledged" }, { by: strangers })
    expect(sent).toMatchObject(unknown)
    expectToMatch(sent.json, path, "post", 404, problem)
    expect(await list(seen.referralId, strangers)).toMatchObject(unknown)
    expect(await send(draft.referralId, { status: "acknowledged" })).toMatchObject(unknown)
    expect(await send("ref_none", { status: "acknowledged" })).toMatchObject(unknown)
    expect(await statusOf(seen)).toBe("delivered")
  })

  it("without a key, with one of a right holder, and with one that was revoked", async () => {
    const { referralId } = await aDelivered(await aCase())
    const update = { status: "acknowledged" }
    const missing = await call(POST, "/", { params: { id: referralId }, body: update })
    expect(missing).toMatchObject({ status: 401, json: { type: "urn:sword-net:problem:key-missing" } })
    expect(missing.response.headers.get("www-authenticate")).toBe("Bearer")
    const holder = await aHolder("updates-holder")
    expect(await send(referralId, update, { by: holder.key })).toMatchObject({ status: 401 })
    const lost = await issueAgencyKey(as("administrator"), { authorityId: "mps", name: "Lost" })
    await revokeAgencyKey(as("administrator"), { keyId: lost.keyId, version: 1, reason: "It was lost" })
    expect(await send(referralId, update, { by: lost.key })).toMatchObject({ status: 401 })
  })

  it.each([
    ["without an idempotency key", { status: "acknowledged" }, "", "#/Idempotency-Key"],
    ["with a status that there is not", { status: "lost" }, undefined, "#/status"],
    [
      "with a measure of nothing",
      { status: "measure", measure: { ...closed, quantity: 0 } },
      undefined,
      "#/measure/quantity",
    ],
    [
      "with a measure of tomorrow",
      { status: "measure", measure: { ...closed, takenOn: "2999-01-01" } },
      undefined,
      "#/measure/takenOn",
    ],
    [
      "with a measure of no metric",
      { status: "measure", measure: { ...closed, metric: "x" } },
      undefined,
      "#/measure/metric",
    ],
  ])("%s", async (_, body, under, pointer) => {
    const seen = await aDelivered(await aCase())
    if (body.status === "measure") await send(seen.referralId, { status: "acknowledged" })
    const refused = await send(seen.referralId, body, under === undefined ? {} : { under })
    expect(refused).toMatchObject({ status: 422, json: { errors: [{ pointer }] } })
    expectToMatch(refused.json, path, "post", 422, problem)
  })
})

it("an update and an officer's act at once leave one of them, and say so to the other", async () => {
  const seen = await aDelivered(await aCase())
  const [byProgram, byOfficer] = await Promise.allSettled([
    send(seen.referralId, { status: "acknowledged" }),
    acknowledgeReferral(as("officer"), seen),
  ])
  const taken = byProgram.status === "fulfilled" && byProgram.value.status === 201
  expect(taken).not.toBe(byOfficer.status === "fulfilled")
  expect(await statusOf(seen)).toBe("acknowledged")
})
