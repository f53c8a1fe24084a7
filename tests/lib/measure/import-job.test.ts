import { beforeAll, expect, it, vi } from "vitest"
import { verifyFile } from "@/lib/audit"
import { storedEventsOf } from "@/lib/audit/read-file"
import { getCase } from "@/lib/case"
import { contextFor, personOf } from "@/lib/kernel/context"
import type { ImportId } from "@/lib/kernel/id"
import { getImport, listCaseMeasures, listImports, orderImport, runImport, stopImport } from "@/lib/measure"
import { importIn, rowsKey } from "@/lib/measure/import/import"
import { findImport, movedImport } from "@/lib/measure/import/records"
import { recordMeasureRows } from "@/lib/measure/import/rows"
import { letLeave, startSession } from "@/lib/session"
import { aCase, enforcementWorld } from "@/tests/support/case"
import { as, type Name, system } from "@/tests/support/people"

beforeAll(enforcementWorld)

const aNumberedCase = async () => {
  const caseId = await aCase()
  const { number } = (await getCase(as("cai"), { caseId })).case
  return { caseId, number: number ?? "" }
}

const rowsFor = (number: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    value: {
      case: number,
      metric: "links-removed",
      quantity: "10",
      takenOn: "2026/1/2",
      document: "文号7",
      note: `batch ${at}`,
    },
  }))

const order = (who: Name, rows: ReturnType<typeof rowsFor>) =>
  orderImport(as(who), { fileName: "measures.csv", rows })
const run = (importId: ImportId) => runImport(system(), { key: rowsKey(importId) })
const measuresIn = async (caseId: string) => (await listCaseMeasures(as("cai"), { caseId })).length

it("records all rows for the person who asked, a few at a time, and says of each that was not why", async () => {
  const { caseId, number } = await aNumberedCase()
  const rows = [...rowsFor(number, 60), ...rowsFor("2026-99999", 1).map((row) => ({ ...row, number: 61 }))]
  const importId = await order("cai", rows)
  expect(await getImport(as("cai"), { importId })).toMatchObject({ state: "waiting", rowsDone: 0, total: 61 })
  await run(importId)
  expect(await getImport(as("cai"), { importId })).toMatchObject({
    state: "done",
    rowsDone: 61,
    recorded: 60,
    exists: 0,
    refused: [{ number: 61, why: { code: "invalid", issues: [{ path: ["case"], rule: "case-unknown" }] } }],
  })
  const measures = await listCaseMeasures(as("cai"), { caseId })
  expect(measures).toHaveLength(60)
  expect(new Set(measures.map(({ recordedBy }) => recordedBy.id))).toEqual(new Set([personOf(as("cai")).id]))
  expect((await listImports(as("cai"), {}))[0]).toMatchObject({ importId, fileName: "measures.csv" })
  expect(await storedEventsOf(importId)).toMatchObject([
    { type: "import.begun", actor: { id: "cai" }, data: { fileName: "measures.csv", rows: 61 } },
    { type: "import.done", actor: { kind: "system" }, data: { recorded: 60, exists: 0, refused: 1 } },
  ])
  expect(await verifyFile(as("auditor"), { file: importId })).toEqual({ events: 2, faults: [] })
})

it("told twice, at once or later, records nothing twice", async () => {
  const { caseId, number } = await aNumberedCase()
  const importId = await order("cai", rowsFor(number, 30))
  await Promise.all([run(importId), run(importId)])
  await run(importId)
  expect(await getImport(as("cai"), { importId })).toMatchObject({ state: "done", recorded: 30, exists: 0 })
  expect(await measuresIn(caseId)).toBe(30)
})

it("goes on where its process died, and counts what that had recorded", async () => {
  const { caseId, number } = await aNumberedCase()
  const rows = rowsFor(number, 40)
  const importId = await order("cai", rows)
  const found = await findImport(importId)
  if (!found) throw new Error("no import")
  await movedImport(found, { state: "running", rowsDone: 25, recorded: 25 })
  // The first 25 were written down; of the others ten were recorded before it died.
  const some = (from: number, to: number) => rows.slice(from, to).map(({ value }) => value)
  await recordMeasureRows(as("cai"), { rows: some(0, 25) })
  await recordMeasureRows(as("cai"), { rows: some(25, 35) })
  await run(importId)
  expect(await getImport(as("cai"), { importId })).toMatchObject({ state: "done", recorded: 40, exists: 0 })
  expect(await measuresIn(caseId)).toBe(40)
})

it("counts what somebody else had recorded before as recorded already", async () => {
  const { number } = await aNumberedCase()
  const rows = rowsFor(number, 3)
  await recordMeasureRows(as("dan"), { rows: rows.slice(0, 1).map(({ value }) => value) })
  const importId = await order("cai", rows)
  await run(importId)
  expect(await getImport(as("cai"), { importId })).toMatchObject({ recorded: 2, exists: 1, refused: [] })
})

it("is stopped by who began it alone, after the rows in hand, and once", async () => {
  const { caseId, number } = await aNumberedCase()
  const importId = await order("cai", rowsFor(number, 60))
  await expect(stopImport(as("dan"), { importId })).rejects.toMatchObject({ code: "not-found" })
  await expect(getImport(as("dan"), { importId })).rejects.toMatchObject({ code: "not-found" })
  await stopImport(as("cai"), { importId })
  await expect(stopImport(as("cai"), { importId })).rejects.toMatchObject({ reason: "import-over" })
  await run(importId)
  expect(await getImport(as("cai"), { importId })).toMatchObject({ state: "stopped", stoppedFor: "by-hand" })
  expect(await measuresIn(caseId)).toBe(0)
})

it("stopped while it runs, ends within the rows in hand", async () => {
  const { caseId, number } = await aNumberedCase()
  const importId = await order("cai", rowsFor(number, 1_000))
  const running = run(importId)
  await vi.waitUntil(async () => (await getImport(as("cai"), { importId })).rowsDone > 0, { timeout: 10_000 })
  await stopImport(as("cai"), { importId })
  const { rowsDone } = await getImport(as("cai"), { importId })
  await running
  expect(await getImport(as("cai"), { importId })).toMatchObject({ state: "stopped", rowsDone })
  expect(await measuresIn(caseId)).toBeLessThanOrEqual(rowsDone + 25)
})

it.each([
  ["has left since", async (id: string) => void (await letLeave(as("administrator"), { personId: id }))],
  ["has another role now", async () => undefined],
] as const)("is ended where who began it %s", async (what, happens) => {
  const id = `https://id.example officer-${what.length}`
  const person = { kind: "person", id, name: "Gone", roles: ["case-officer"] } as const
  const { caseId, number } = await aNumberedCase()
  const importId = await orderImport(contextFor(person), { fileName: "", rows: rowsFor(number, 2) })
  const roles = what === "has left since" ? person.roles : (["publisher"] as const)
  await startSession(system(), { person: { ...person, roles } })
  await happens(id)
  await run(importId)
  expect(await findImport(importId)).toMatchObject({ state: "stopped", stoppedFor: "no-role" })
  expect(await measuresIn(caseId)).toBe(0)
})

it("is refused to who may not record measures, and for more rows than a table may have", async () => {
  await expect(order("mei", rowsFor("1", 1))).rejects.toMatchObject({ code: "forbidden" })
  await expect(order("cai", rowsFor("1", 1_001))).rejects.toMatchObject({ issues: [{ rule: "too-many" }] })
  await expect(order("cai", [])).rejects.toMatchObject({ issues: [{ rule: "required" }] })
})

it("takes a file by however long a name", async () => {
  const fileName = `${"措施".repeat(150)}.csv`
  const importId = await orderImport(as("cai"), { fileName, rows: rowsFor("1", 1) })
  const { fileName: shown } = await getImport(as("cai"), { importId })
  expect(shown.length).toBeLessThanOrEqual(200)
  expect(fileName.startsWith(shown.slice(0, 190))).toBe(true)
})

it("knows its own objects alone", () => {
  for (const key of [
    "batches/measures/imp_1/x",
    "batches/measures/bat_1",
    "evidence/measures/imp_1",
    "batches/h/bat_1/send",
  ])
    expect(importIn(key)).toBeUndefined()
})
