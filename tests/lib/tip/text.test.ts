import { beforeAll, describe, expect, it } from "vitest"
import { verifyFile } from "@/lib/audit"
import { openCase } from "@/lib/case"
import { findWords } from "@/lib/desk"
import { newId, TipId } from "@/lib/kernel/id"
import { followTip, submitTip } from "@/lib/reporter"
import { submitReport } from "@/lib/right-holder"
import { findItem } from "@/lib/store/query"
import {
  acceptTip,
  claimTip,
  getTip,
  getTipRecord,
  listUnderSites,
  tipsNamed,
  tipsOfHolder,
  tipsOfSite,
} from "@/lib/tip"
import { textBytesMax } from "@/lib/tip/text"
import { unitsOf } from "@/tests/support/bench/units"
import { aTip, runningCampaign, submitted } from "@/tests/support/factory"
import { aHolder, aReport } from "@/tests/support/holder"
import { type Loss, withLostAnswers } from "@/tests/support/lost-answers"
import { as, reporterOf, system, visitor } from "@/tests/support/people"
import { remove, tipKey } from "@/tests/support/tamper"

const campaign = "demo-2026"
/** The longest that may be written. */
const description = "这个网站免费播放正在院线上映的影片，并通过广告牟利。".repeat(250).slice(0, 5_000)
const textKey = (tipId: string) => ({ pk: tipId, sk: "text" })
const bytesOf = (item: unknown) => Buffer.byteLength(JSON.stringify(item))
const aLong = (site = "long.example") => submitted({ description, targets: [`https://${site}/watch`] })

beforeAll(runningCampaign)

describe("what a tip tells at length", () => {
  it("lies apart from its record, and is read with it everywhere", async () => {
    const site = "everywhere.example"
    const { tipId } = await aLong(site)
    expect(bytesOf(await findItem(tipKey(tipId)))).toBeLessThan(2_000)
    expect(await findItem(textKey(tipId))).toMatchObject({ description })
    await listUnderSites(system(), await getTipRecord(tipId))
    const short = await submitted({ targets: [`https://${site}/2`] })
    await listUnderSites(system(), await getTipRecord(short.tipId))
    const told = { tipId, description, targets: [{ text: `https://${site}/watch` }] }
    expect((await getTip(as("mei"), { tipId })).tip).toMatchObject(told)
    expect(await followTip(reporterOf(tipId), {})).toMatchObject({ description })
    expect((await tipsOfSite(site, undefined, 9)).map((tip) => tip.description)).toEqual([
      description,
      "The whole film can be watched here without paying.",
    ])
    expect(await tipsNamed([{ tipId: TipId.parse(short.tipId) }, { tipId }])).toMatchObject([
      { tipId: short.tipId },
      told,
    ])
    const { rows } = await findWords(as("mei"), { text: "广告牟利" })
    expect(rows.map(({ row }) => row.tipId)).toContain(tipId)
  })

  it("of a right holder is listed with it too", async () => {
    const { holder } = await aHolder("long-films")
    const { tipId } = await submitReport(holder, aReport("long", { description }))
    const { source } = await getTipRecord(TipId.parse(tipId))
    expect(source).toBeDefined()
    if (!source) return
    const listed = await tipsOfHolder({ holderId: source.holderId, status: "received" }, 9)
    expect(listed).toMatchObject([{ tipId, description }])
    expect(listed[0]).not.toHaveProperty("isTextApart")
  })

  it("names the site of the case that it opens", async () => {
    const { tipId } = await submitted({ description, targets: ["片库大全小程序"] })
    const { version } = await claimTip(as("mei"), { tipId })
    const accepted = await acceptTip(as("mei"), { tipId, version, campaign })
    expect(accepted).toMatchObject({ description })
    const placed = await openCase(system(), { tipId, campaign, sites: [...accepted.sites] })
    expect(await findItem({ pk: placed?.caseId ?? "", sk: "case" })).toMatchObject({
      siteName: "片库大全小程序",
    })
    expect(await getTipRecord(tipId)).toMatchObject({ description, caseId: placed?.caseId })
    expect(await verifyFile(as("auditor"), { file: tipId })).toMatchObject({ faults: [] })
  })

  it("may be many addresses instead of a long description", async () => {
    const targets = Array.from({ length: 10 }, (_, at) => `https://many.example/${at}/${"a".repeat(200)}`)
    const { tipId } = await submitted({ targets })
    expect(bytesOf(await findItem(tipKey(tipId)))).toBeLessThan(2_000)
    expect((await getTipRecord(tipId)).targets.map(({ text }) => text)).toEqual(targets)
  })

  it("stays in the record where it is not long", async () => {
    const { tipId } = await submitted({ description: description.slice(0, textBytesMax / 3 - 100) })
    expect(await findItem(textKey(tipId))).toBeUndefined()
    expect(await findItem(tipKey(tipId))).not.toHaveProperty("isTextApart")
  })

  it.each<Loss[][]>([[["done"]], [["not-done"]], [["not-done", "done"]]])(
    "is stored once with its record, whatever answers are lost (%s)",
    async (losses) => {
      const key = newId("key")
      const send = () => submitTip(visitor(), { ...aTip({ description }), idempotencyKey: key })
      const { result } = await withLostAnswers(losses, send)
      expect(result).toMatchObject({ status: "fulfilled", value: { description } })
      // Sent again under its key it is the same tip, with the same text.
      const [once, again] = [await send(), await send()]
      expect(again).toMatchObject({ tipId: once.tipId, description })
      await expect(
        submitTip(visitor(), { ...aTip({ description: `${description.slice(1)}。` }), idempotencyKey: key }),
      ).rejects.toMatchObject({ reason: "idempotency-key-reused" })
    },
  )

  it("is not taken for empty where somebody has removed it", async () => {
    const { tipId } = await aLong()
    await remove(textKey(tipId))
    await expect(getTipRecord(tipId)).rejects.toThrow(`the text of ${tipId} is missing`)
  })

  it("makes a claim and an accept no dearer than they are of a short tip", async () => {
    const costs = async (tipId: TipId) => {
      let version = 0
      const claim = await unitsOf(async () => {
        version = (await claimTip(as("mei"), { tipId })).version
      })
      const accept = await unitsOf(() => acceptTip(as("mei"), { tipId, version, campaign }))
      return claim.write + accept.write
    }
    const long = await costs((await aLong()).tipId)
    expect(long).toBeGreaterThan(0)
    expect(long).toBeLessThanOrEqual(await costs((await submitted()).tipId))
  })
})
