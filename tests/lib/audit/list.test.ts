import { PutCommand } from "@aws-sdk/lib-dynamodb"
import { describe, expect, it } from "vitest"
import { dayCsv } from "@/app/admin/(staff)/audit/export/day-csv"
import { listDay, listFile, verifyFile } from "@/lib/audit"
import { findItem } from "@/lib/store/query"
import { documents } from "@/lib/store/table"
import { claimTip, releaseTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as } from "@/tests/support/people"

/** A tip that somebody claimed at a moment. */
const claimedAt = async (name: "mei" | "bo", at: string) => {
  const { tipId } = await submitted()
  await claimTip(as(name, at), { tipId })
  return tipId
}
const filesOf = async (filter: Parameters<typeof listDay>[1]) =>
  (await listDay(as("auditor"), filter)).events.map(({ file }) => file)

describe("a day of the audit trail", () => {
  it("begins and ends at midnight in Beijing", async () => {
    const before = await claimedAt("mei", "2031-03-09T15:59:59.999Z")
    const first = await claimedAt("mei", "2031-03-09T16:00:00.000Z")
    const last = await claimedAt("mei", "2031-03-10T15:59:59.999Z")
    const after = await claimedAt("mei", "2031-03-10T16:00:00.000Z")
    expect(await filesOf({ day: "2031-03-10" })).toEqual([last, first])
    expect(await filesOf({ day: "2031-03-09" })).toEqual([before])
    expect(await filesOf({ day: "2031-03-11" })).toEqual([after])
  })

  it("is told by person and by kind of record, with those that there are to choose from", async () => {
    const at = "2032-05-05T05:00:00.000Z"
    const [ofMei, ofBo] = [await claimedAt("mei", at), await claimedAt("bo", at)]
    const day = "2032-05-05"
    expect(await filesOf({ day, person: "bo" })).toEqual([ofBo])
    expect(await filesOf({ day, subject: "tip" })).toHaveLength(2)
    expect(await filesOf({ day, subject: "case" })).toEqual([])
    const { people, subjects } = await listDay(as("auditor"), { day, person: "bo" })
    expect(people.map(({ name }) => name)).toEqual(["Bo", "Mei"])
    expect(subjects).toEqual(["tip"])
    expect(ofMei).not.toBe(ofBo)
  })

  it("is exported with the same choice, no cell of which a spreadsheet runs", async () => {
    const at = "2033-05-05T05:00:00.000Z"
    const tipId = await claimedAt("mei", at)
    await claimedAt("bo", at)
    const request = new Request("http://localhost/admin/audit/export?day=2033-05-05&person=mei&subject=")
    const response = await dayCsv(as("auditor"), {}, request)
    const text = Buffer.from(await response.arrayBuffer()).toString()
    const lines = text.trimEnd().split("\r\n")
    expect(lines[0]).toBe("\ufeffat,type,person,personId,file,subject,seq,data,hash")
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`${at},tip.claimed,Mei,mei,${tipId},${tipId},2,`)
    expect(response.headers.get("cache-control")).toBe("no-store")
    await expect(dayCsv(as("mei"), {}, request)).rejects.toMatchObject({ code: "forbidden" })
    await expect(dayCsv(as("auditor"), {}, new Request("http://localhost/x"))).rejects.toMatchObject({
      code: "invalid",
    })
  })
})

describe("one file of the audit trail", () => {
  it("is read whole, and not at all where somebody made an event unreadable, which the check names", async () => {
    const { tipId } = await submitted()
    const { version } = await claimTip(as("mei"), { tipId })
    await releaseTip(as("mei"), { tipId, version })
    const events = await listFile(as("auditor"), { file: tipId })
    expect(events.map(({ type }) => type)).toEqual(["tip.received", "tip.claimed", "tip.released"])
    const key = { pk: tipId, sk: `event#${tipId}#00000002` }
    const TableName = process.env.TABLE_NAME
    await documents.send(
      new PutCommand({ TableName, Item: { ...(await findItem(key)), type: "no.such-type" } }),
    )
    expect(await listFile(as("auditor"), { file: tipId })).toEqual([])
    expect((await verifyFile(as("auditor"), { file: tipId })).faults).not.toEqual([])
    expect(await listFile(as("auditor"), { file: "tip_none" })).toEqual([])
    await expect(listFile(as("mei"), { file: tipId })).rejects.toMatchObject({ code: "forbidden" })
  })
})
