import { beforeAll, expect, it } from "vitest"
import { getCase } from "@/lib/case"
import {
  checkMeasureRows,
  listCaseMeasures,
  recordMeasure,
  recordMeasureRows,
  reverseMeasure,
} from "@/lib/measure"
import { acknowledgeReferral } from "@/lib/referral"
import { aCase, aDelivered, enforcementWorld } from "@/tests/support/case"
import { closeCase } from "@/tests/support/listed"
import { as, type Name } from "@/tests/support/people"

beforeAll(enforcementWorld)

const aNumberedCase = async () => {
  const caseId = await aCase()
  const { number } = (await getCase(as("cai"), { caseId })).case
  return { caseId, number: number ?? "" }
}

/** A row as a spreadsheet in Chinese writes it. */
const row = (number: string, more: object = {}) => ({
  case: number,
  metric: "links-removed",
  quantity: "1,200",
  takenOn: "2026/1/2",
  document: "文号7",
  ...more,
})

const record = (who: Name, ...rows: object[]) => recordMeasureRows(as(who), { rows })
const statusesOf = (outcomes: readonly { status: string }[]) => outcomes.map(({ status }) => status)

it("records each row once, however often its table is imported", async () => {
  const { caseId, number } = await aNumberedCase()
  const rows = [row(number), row(number, { quantity: "1.2万", note: "second day" })]
  const both = await Promise.all([record("cai", ...rows), record("dan", ...rows)])
  expect(both.flatMap(statusesOf).every((status) => status !== "refused")).toBe(true)
  expect(statusesOf(await record("cai", ...rows))).toEqual(["exists", "exists"])
  const measures = await listCaseMeasures(as("cai"), { caseId })
  expect(measures.map(({ quantity, takenOn }) => [quantity, takenOn]).sort()).toEqual([
    [1200, "2026-01-02"],
    [12_000, "2026-01-02"],
  ])
})

it("takes what was recorded by hand, or reversed, for recorded", async () => {
  const { caseId, number } = await aNumberedCase()
  const byHand = {
    metric: "links-removed" as const,
    quantity: 1200,
    takenOn: "2026-01-02",
    document: "文号7",
  }
  const { measureId } = await recordMeasure(as("cai"), { caseId, ...byHand })
  expect(await record("cai", row(number))).toMatchObject([{ status: "exists", measure: { measureId } }])
  await reverseMeasure(as("cai"), { caseId, measureId, reason: "Wrong case" })
  expect(statusesOf(await record("cai", row(number)))).toEqual(["exists"])
})

it("writes nothing in a trial, and says what the real run says", async () => {
  const { caseId, number } = await aNumberedCase()
  const rows = [
    row(number),
    row(number),
    row(number, { quantity: "99999999" }),
    row(number, { takenOn: "2999-01-01" }),
    row("2026-99999"),
  ]
  const tried = await checkMeasureRows(as("cai"), { rows })
  expect(tried).toMatchObject([
    { status: "recorded" },
    { status: "exists" },
    { status: "recorded", measure: { needsConfirmation: true } },
    { status: "refused", why: { issues: [{ path: ["takenOn"], rule: "in-future" }] } },
    { status: "refused", why: { issues: [{ path: ["case"], rule: "case-unknown" }] } },
  ])
  expect(await listCaseMeasures(as("cai"), { caseId })).toEqual([])
  expect(statusesOf(await record("cai", ...rows))).toEqual(statusesOf(tried))
  expect(await listCaseMeasures(as("cai"), { caseId })).toHaveLength(2)
})

it.each([
  [{ metric: "websites" }, "metric", "not-an-option"],
  [{ quantity: "some" }, "quantity", "wrong-type"],
  [{ quantity: "1.5" }, "quantity", "wrong-type"],
  [{ takenOn: "last week" }, "takenOn", "wrong-format"],
  [{ takenOn: "2026-02-30" }, "takenOn", "wrong-format"],
  [{ document: "" }, "document", "document-or-reason"],
  [{ site: "elsewhere.example" }, "site", "not-an-option"],
  [{ authority: "nobody" }, "authority", "authority-unknown"],
  [{ authority: "mps" }, "authority", "authority-not-acting"],
  [{ case: "" }, "case", "required"],
])("refuses a row with %j at its column, and records the others", async (change, column, rule) => {
  const { caseId, number } = await aNumberedCase()
  expect(await record("cai", row(number, change), row(number))).toMatchObject([
    { status: "refused", why: { issues: [{ path: [column], rule }] } },
    { status: "recorded" },
  ])
  expect(await listCaseMeasures(as("cai"), { caseId })).toHaveLength(1)
})

it("records under the referral of the authority that a row names, and for an officer under the own one alone", async () => {
  const { caseId, number } = await aNumberedCase()
  const { version, ...ids } = await aDelivered(caseId)
  expect(statusesOf(await record("officer", row(number)))).toEqual(["refused"])
  await acknowledgeReferral(as("officer"), { ...ids, version })
  expect(await record("officer", row(number))).toMatchObject([
    { status: "recorded", measure: { authorityId: "mps", referralId: ids.referralId } },
  ])
  expect(await record("cai", row(number, { authority: "mps" }))).toMatchObject([{ status: "exists" }])
  expect(await record("cai", row(number))).toMatchObject([{ status: "recorded", measure: {} }])
  expect(await record("stranger", row(number))).toMatchObject([
    { status: "refused", why: { issues: [{ path: ["case"], rule: "case-unknown" }] } },
  ])
  expect(await record("stranger", row(number, { authority: "mps" }))).toMatchObject([
    { status: "refused", why: { issues: [{ path: ["authority"], rule: "not-an-option" }] } },
  ])
})

it("reaches a closed case with a reason alone", async () => {
  const { caseId, number } = await aNumberedCase()
  await closeCase(caseId)
  expect(await record("cai", row(number))).toMatchObject([
    { status: "refused", why: { reason: "case-status" } },
  ])
  expect(statusesOf(await record("cai", row(number, { lateReason: "Came late" })))).toEqual(["recorded"])
})

it("is refused to others, and takes no more rows than it says", async () => {
  await expect(record("mei", row("1"))).rejects.toMatchObject({ code: "forbidden" })
  const many = Array.from({ length: 26 }, () => row("1"))
  await expect(record("cai", ...many)).rejects.toMatchObject({ issues: [{ rule: "too-many" }] })
})
