import { beforeAll, describe, expect, it } from "vitest"
import {
  getCase,
  listCaseTips,
  listRelatedCases,
  markDuplicate,
  moveTips,
  openCase,
  reopenTip,
} from "@/lib/case"
import { heardTipsOf, listDuplicate } from "@/lib/case/duplicates"
import { announceEvidence } from "@/lib/evidence"
import { CaseId, TipId } from "@/lib/kernel/id"
import { getReferral, mergeCases } from "@/lib/referral"
import { documents } from "@/lib/store/table"
import { claimTip, getTip, getTipRecord, listUnderSites } from "@/lib/tip"
import { aDelivered, enforcementWorld } from "@/tests/support/case"
import { acceptedTip, submitted } from "@/tests/support/factory"
import { as, reporterOf, system } from "@/tests/support/people"
import { inspect, send } from "@/tests/support/upload"

const campaign = "demo-2026"
let sites = 0
const newSite = () => `heard-${++sites}.example`

const caseOf = async (tipId: string) =>
  CaseId.parse((await openCase(system(), { tipId, campaign }))?.caseId ?? "none")

/** A case of one tip, on a site of its own or on this one. */
const aCase = async (site = newSite()) => {
  const { tipId } = await acceptedTip({ targets: [`https://${site}/`] })
  return { tipId, site, caseId: await caseOf(tipId) }
}

const duplicateOf = async (
  of: string,
  site: string,
  description = "The same again, with a picture of it.",
) => {
  const { tipId } = await submitted({ targets: [`https://${site}/again`], description })
  const { version } = await claimTip(as("mei"), { tipId })
  const { version: marked } = await markDuplicate(as("mei"), { tipId, version, of })
  return { tipId, version: marked }
}

const aFile = async (tipId: string, text: string) => {
  const id = TipId.parse(tipId)
  const upload = await announceEvidence(reporterOf(id), { tipId: id })
  await send(upload, "seen.txt", Buffer.from(text))
  expect(await inspect(upload, "seen.txt")).toBe("verified")
  return { tipId: id, evidenceId: upload.evidenceId }
}

beforeAll(enforcementWorld)

describe("a tip that tells again what is in a case", () => {
  it("is read in the case behind the one that it repeats, with its files, also by the authority", async () => {
    const { tipId, site, caseId } = await aCase()
    const again = await duplicateOf(tipId, site)
    const { evidenceId } = await aFile(again.tipId, `file of ${site}`)
    const ofCase = await duplicateOf(caseId, site, "Told of the case itself, and once more.")
    const { rows, total } = await listCaseTips(as("cai"), { caseId })
    expect(total).toBe(1)
    expect(rows.map((row) => [row.tipId, row.duplicateOf])).toEqual([
      [tipId, undefined],
      [again.tipId, tipId],
      [ofCase.tipId, caseId],
    ])
    expect(rows[1]?.files.map((file) => file.evidenceId)).toEqual([evidenceId])
    const { referralId } = await aDelivered(caseId)
    const { tips } = await getReferral(as("officer"), { caseId, referralId })
    expect(tips.map(({ description }) => description)).toContain("The same again, with a picture of it.")
  })

  it("is read of as many tips as are shown, however many the case has", async () => {
    const { tipId, site, caseId } = await aCase()
    const second = await acceptedTip({ targets: [`https://${site}/2`] })
    expect(await caseOf(second.tipId)).toBe(caseId)
    const [ofFirst, ofSecond] = [await duplicateOf(tipId, site), await duplicateOf(second.tipId, site)]
    const heard = async (tipsMax?: number) => (await heardTipsOf(caseId, tipsMax)).map((tip) => tip.tipId)
    expect(await heard(1)).toEqual([tipId, ofFirst.tipId])
    expect(await heard()).toEqual([tipId, ofFirst.tipId, second.tipId, ofSecond.tipId])
  })

  it("goes where its original goes, and is there no more once it is reopened", async () => {
    const [from, to] = [await aCase(), await aCase()]
    const again = await duplicateOf(from.tipId, from.site)
    const { version } = (await getCase(as("cai"), { caseId: from.caseId })).case
    await moveTips(as("cai"), {
      caseId: from.caseId,
      version,
      tipIds: [from.tipId],
      to: to.caseId,
      reason: "One matter",
    })
    const heard = async (caseId: CaseId) => (await heardTipsOf(caseId)).map((tip) => tip.tipId)
    expect(await heard(from.caseId)).toEqual([])
    expect(await heard(to.caseId)).toEqual(expect.arrayContaining([to.tipId, from.tipId, again.tipId]))
    await reopenTip(as("bo"), { ...again, reason: "It is another film" })
    expect(await heard(to.caseId)).not.toContain(again.tipId)
  })

  it("of a case itself goes with it when it is merged", async () => {
    const [from, to] = [await aCase(), await aCase()]
    const again = await duplicateOf(from.caseId, from.site)
    const { number = "" } = (await getCase(as("cai"), { caseId: from.caseId })).case
    const { version } = (await getCase(as("cai"), { caseId: from.caseId })).case
    await mergeCases(as("cai"), { caseId: from.caseId, version, to: to.caseId, reason: "One matter" })
    expect((await heardTipsOf(to.caseId)).map(({ tipId }) => tipId)).toContain(again.tipId)
    // Who knows the old number alone means the case that stands.
    const late = await duplicateOf(number, to.site)
    expect((await heardTipsOf(to.caseId)).map(({ tipId }) => tipId)).toContain(late.tipId)
    // Its own pointer leads there, too: reopened, it leaves.
    const { tip } = await getTip(as("mei"), { tipId: again.tipId })
    await reopenTip(as("bo"), { tipId: again.tipId, version: tip.version, reason: "It is another film" })
    expect((await heardTipsOf(to.caseId)).map(({ tipId }) => tipId)).not.toContain(again.tipId)
  })
})

/** Does something in the moment before a transaction that holds this word is sent. */
const justBefore = async <Result>(word: string, act: () => Promise<unknown>, run: () => Promise<Result>) => {
  const name = "just-before"
  let isDone = false
  documents.middlewareStack.add(
    (next) => async (args) => {
      if (!isDone && JSON.stringify(args.input).includes(word)) {
        isDone = true
        await act()
      }
      return next(args)
    },
    { step: "initialize", name },
  )
  try {
    return await run()
  } finally {
    documents.middlewareStack.remove(name)
    expect(isDone).toBe(true)
  }
}

describe("a case that is merged while a duplicate of it is marked", () => {
  const merging = async () => {
    const [from, to] = [await aCase(), await aCase()]
    const { tipId } = await submitted({ targets: [`https://${from.site}/again`] })
    const { version } = await claimTip(as("mei"), { tipId })
    const { version: seen } = (await getCase(as("cai"), { caseId: from.caseId })).case
    return {
      // The sites of the case have gone with its tips by then.
      mark: () => markDuplicate(as("mei"), { tipId, version, of: from.caseId, isMeant: true }),
      merge: () =>
        mergeCases(as("cai"), { caseId: from.caseId, version: seen, to: to.caseId, reason: "One matter" }),
      isHeard: async () => (await heardTipsOf(to.caseId)).some((heard) => heard.tipId === tipId),
    }
  }

  it("takes it along, where it is marked after the others were moved", async () => {
    const { mark, merge, isHeard } = await merging()
    await justBefore("case.merged", mark, merge)
    expect(await isHeard()).toBe(true)
  })

  it("takes it along, where it is listed after the merge", async () => {
    const { mark, merge, isHeard } = await merging()
    await justBefore('__edb_e__":"duplicate', merge, mark)
    expect(await isHeard()).toBe(true)
  })
})

describe("a tip that was listed as a duplicate and did not become one", () => {
  const heard = async (caseId: CaseId) => (await heardTipsOf(caseId)).map(({ tipId }) => tipId)

  it("is in no case: whoever was to mark it was not heard of again", async () => {
    const { tipId, caseId } = await aCase()
    const other = await submitted()
    await listDuplicate(tipId, TipId.parse(other.tipId), new Date().toISOString())
    expect(await heard(caseId)).toEqual([tipId])
  })

  it("is in the case that it was marked for in the end, and in no other", async () => {
    const [first, second] = [await aCase(), await aCase()]
    const { tipId } = await submitted({ targets: [`https://${second.site}/again`] })
    const { version } = await claimTip(as("mei"), { tipId })
    for (const of of [first.tipId, first.caseId]) await listDuplicate(of, TipId.parse(tipId), "2026-01-01")
    const late = markDuplicate(as("mei"), { tipId, version: version - 1, of: first.tipId, isMeant: true })
    await expect(late).rejects.toMatchObject({ code: "conflict" })
    await markDuplicate(as("mei"), { tipId, version, of: second.tipId })
    expect(await heard(first.caseId)).toEqual([first.tipId])
    expect(await heard(second.caseId)).toEqual([second.tipId, tipId])
  })

  it("is in the case again once it is marked again after it was reopened", async () => {
    const { tipId, site, caseId } = await aCase()
    const again = await duplicateOf(tipId, site)
    const { version } = await reopenTip(as("bo"), { ...again, reason: "It is another film" })
    expect(await heard(caseId)).toEqual([tipId])
    const claimed = await claimTip(as("mei"), { tipId: again.tipId })
    expect(claimed.version).toBe(version + 1)
    await markDuplicate(as("mei"), { tipId: again.tipId, version: claimed.version, of: tipId })
    expect(await heard(caseId)).toEqual([tipId, again.tipId])
  })
})

describe("related cases", () => {
  it("name a site of this one, or hold the same file; others are not named", async () => {
    const [own, sameFile, sameSite, other] = [await aCase(), await aCase(), await aCase(), await aCase()]
    for (const { tipId } of [own, sameFile]) await aFile(tipId, "one and the same file, in two cases")
    await aFile(other.tipId, "a file of its own")
    const mirror = await acceptedTip({ targets: [`https://${sameSite.site}/`, `https://${own.site}/`] })
    expect(await caseOf(mirror.tipId)).toBe(sameSite.caseId)
    await listUnderSites(system(), await getTipRecord(mirror.tipId))
    const related = await listRelatedCases(as("cai"), { caseId: own.caseId })
    expect(related.map(({ caseId, by }) => [caseId, by])).toEqual([
      [sameSite.caseId, "site"],
      [sameFile.caseId, "file"],
    ])
  })

  it("are read by insiders alone", async () => {
    const { caseId } = await aCase()
    for (const who of ["officer", "pia"] as const)
      await expect(listRelatedCases(as(who), { caseId })).rejects.toMatchObject({ code: "forbidden" })
  })
})
