// The built consumers, each on the events that AWS brings it, and on the same events again.
import { afterAll, beforeAll, expect, it } from "vitest"
import { getAuthority, setWebhook } from "@/lib/authority"
import { announceBatch, confirmBatch, getBatch } from "@/lib/batch"
import { getCase } from "@/lib/case"
import { findEvidence } from "@/lib/evidence"
import { sealedKey } from "@/lib/evidence/evidence"
import type { EvidenceId, TipId } from "@/lib/kernel/id"
import { getImport, listCaseMeasures, orderImport } from "@/lib/measure"
import { findReport } from "@/lib/right-holder"
import { askReporter, claimTip, getTip } from "@/lib/tip"
import { deliverEvents } from "@/tests/support/aws/world/deliver-events"
import { startWorld } from "@/tests/support/aws/world/world"
import { uploadTable } from "@/tests/support/batch"
import { aCase, aDelivered, enforcementWorld } from "@/tests/support/case"
import { aTip } from "@/tests/support/factory"
import { guardDutyResult } from "@/tests/support/guardduty-result"
import { aHolder, aReport } from "@/tests/support/holder"
import { as } from "@/tests/support/people"
import { openReceiver } from "@/tests/support/receiver"
import { allowOwnMachine } from "@/tests/support/webhook-world"

let world: Awaited<ReturnType<typeof startWorld>>
let events: ReturnType<typeof deliverEvents>

beforeAll(async () => {
  world = await startWorld()
  events = deliverEvents(world.consumers)
  await enforcementWorld()
  await events.deliver()
})
afterAll(() => world.stop())

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${world.siteUrl}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${text}`)
  return text === "" ? {} : JSON.parse(text)
}

type Sent = { readonly tipId: TipId; readonly receipt: { readonly number: string; readonly code: string } }

const report = (more: object = {}): Promise<Sent> => post("/api/v1/tips", { ...aTip(), ...more })

it("a file sent by the API is sealed and drawn, and what GuardDuty finds in it is told to its sender", async () => {
  const { tipId, receipt } = await report()
  const authorization = `Receipt ${receipt.number}:${receipt.code}`
  const bytes = Buffer.from("A page that offers the film.")
  const { uploads } = await post(
    `/api/v1/tips/${tipId}/evidence`,
    { evidence: [{ name: "page.txt", sizeBytes: bytes.length }] },
    { authorization },
  )
  const [{ evidenceId, url, fields }] = uploads as [
    { evidenceId: EvidenceId; url: string; fields: Record<string, string> },
  ]
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append("file", new File([bytes], "page.txt"))
  expect((await fetch(url, { method: "POST", body: form })).status).toBe(201)
  await post(`/api/v1/tips/${tipId}/evidence/${evidenceId}/complete`, {}, { authorization })
  await events.deliver()
  const ids = { tipId, evidenceId }
  expect(await findEvidence(ids)).toMatchObject({ state: "verified", scan: { verdict: "pending" } })

  const found = guardDutyResult(sealedKey(ids), "THREATS_FOUND", [{ name: "EICAR-Test-File" }])
  for (const _ of ["first", "again"])
    expect(await world.consumers.scanned.invoke(found)).toEqual({ batchItemFailures: [] })
  const { evidence } = await post("/api/v1/receipts/lookup", receipt)
  expect(evidence).toMatchObject([{ evidenceId, state: "verified", scan: "infected" }])
  const before = await findEvidence(ids)
  await events.again()
  expect(await findEvidence(ids)).toEqual(before)
})

it("a question is mailed to who asked for news, once, and answered by the API", async () => {
  const { tipId, receipt } = await report({ contact: "reader@mail.example", news: true })
  const { version } = await claimTip(as("mei"), { tipId })
  await askReporter(as("mei"), { tipId, version, question: "On which page is it?" })
  await events.deliver()
  await world.consumers.news.invoke({})
  await world.consumers.news.invoke({})
  expect(world.mailbox.mails.filter((mail) => mail.includes("reader@mail.example"))).toHaveLength(1)
  const { questionId } = await post("/api/v1/receipts/lookup", receipt)
  await post("/api/v1/receipts/messages", {
    ...receipt,
    questionId,
    answer: "On the first page, at the top.",
  })
  await events.again()
  await world.consumers.news.invoke({})
  expect((await getTip(as("mei"), { tipId })).messages.at(-1)?.text).toBe("On the first page, at the top.")
  expect(world.mailbox.mails.filter((mail) => mail.includes("reader@mail.example"))).toHaveLength(1)
})

it("a table of a right holder is tried and sent, and told of twice nothing is stored twice", async () => {
  const { holder } = await aHolder("bundle-table")
  const { batchId } = await announceBatch(holder, {})
  const rows = ["1", "2", "1"].map((reference) => JSON.stringify(aReport(reference)))
  await uploadTable(holder, batchId, rows.join("\n"))
  await events.deliver()
  expect(await getBatch(holder, { batchId })).toMatchObject({ state: "checked" })
  await confirmBatch(holder, { batchId })
  await events.deliver()
  const sent = await getBatch(holder, { batchId })
  expect(sent).toMatchObject({ state: "sent", sent: { created: 2, exists: 1, invalid: 0 } })
  expect(await findReport(holder, { reference: "2" })).toBeDefined()
  await events.again()
  expect(await getBatch(holder, { batchId })).toEqual(sent)
})

it("a table of measures is recorded for who imported it, and told of twice nothing is recorded twice", async () => {
  const caseId = await aCase()
  const { number } = (await getCase(as("cai"), { caseId })).case
  const value = { case: number ?? "", metric: "links-removed", takenOn: "2026-01-02", document: "No. 7" }
  const rows = ["10", "20"].map((quantity, at) => ({ number: at + 1, value: { ...value, quantity } }))
  const importId = await orderImport(as("cai"), { fileName: "measures.csv", rows })
  await events.deliver()
  const done = await getImport(as("cai"), { importId })
  expect(done).toMatchObject({ state: "done", recorded: 2, refused: [] })
  await events.again()
  expect(await getImport(as("cai"), { importId })).toEqual(done)
  expect(await listCaseMeasures(as("cai"), { caseId })).toHaveLength(2)
})

it("an authority's own system is told of a referral, once", async () => {
  const receiver = await openReceiver()
  allowOwnMachine()
  try {
    const { version } = await getAuthority(as("administrator"), { authorityId: "mps" })
    await setWebhook(as("administrator"), { authorityId: "mps", version, url: receiver.url })
    const { referralId } = await aDelivered(await aCase())
    await events.deliver()
    await world.consumers.deliver.invoke({})
    await events.again()
    await world.consumers.deliver.invoke({})
    const told = receiver.taken.filter(({ body }) => body.includes(referralId))
    expect(told.map(({ headers }) => headers["content-type"])).toEqual([
      expect.stringContaining("application/cloudevents+json"),
    ])
  } finally {
    await receiver.close()
  }
})

it("the canary does what a citizen does, and the sweeper does what is due, twice without a harm", async () => {
  await world.consumers.canary.invoke({})
  for (const _ of ["first", "again"]) await world.consumers.sweep.invoke({})
  await events.deliver()
  expect(world.log()).not.toContain('"level":50')
})
