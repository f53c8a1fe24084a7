import { describe, expect, it } from "vitest"
import { approveOriginal, askForOriginal, findEvidence, openOriginal, recordScan } from "@/lib/evidence"
import { sealedKey } from "@/lib/evidence/evidence"
import type { EvidenceId, TipId } from "@/lib/kernel/id"
import { getTip } from "@/lib/tip"
import { openedByTwo } from "@/tests/support/opening"
import { as, system } from "@/tests/support/people"
import { sealedFile } from "@/tests/support/sealed"

const reason = "To read the notes"
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString()
const secondPerson = { code: "forbidden", reason: "second-person" }

const fileThatIs = async (verdict: "clean" | "unscannable" | "infected" | "unscanned") => {
  const { ids } = await sealedFile("a b.txt")
  const key = sealedKey(ids)
  if (verdict === "infected") await recordScan(system(), { key, result: { verdict, threat: "Eicar" } })
  if (verdict === "clean" || verdict === "unscannable")
    await recordScan(system(), { key, result: { verdict } })
  return ids
}
const versionOf = async (ids: { tipId: TipId; evidenceId: EvidenceId }) =>
  (await findEvidence(ids))?.version ?? 0

describe("a clean original", () => {
  it("is opened by a link that downloads, after who and why are on record", async () => {
    const ids = await fileThatIs("clean")
    const { url } = await openOriginal(as("mei"), { ...ids, reason })
    const response = await fetch(url)
    expect(await response.text()).toBe("plain words\n")
    expect(response.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''a%20b.txt")
    const { events } = await getTip(as("auditor"), { tipId: ids.tipId })
    expect(events.at(-1)).toMatchObject({
      type: "evidence.original-opened",
      actor: { id: "mei" },
      data: { reason, verdict: "clean" },
    })
  })

  it("needs no second person, so none is asked", async () => {
    const ids = await fileThatIs("clean")
    const asked = askForOriginal(as("mei"), { ...ids, reason })
    await expect(asked).rejects.toMatchObject({ code: "conflict", reason: "original-open" })
  })
})

describe("an original that no scanner called clean", () => {
  it.each(["infected", "unscannable", "unscanned"] as const)(
    "stays closed to one person when it is %s, and opens by a second one's yes",
    async (verdict) => {
      const ids = await fileThatIs(verdict)
      await expect(openOriginal(as("mei"), { ...ids, reason })).rejects.toMatchObject(secondPerson)
      const { url } = await openedByTwo(ids, reason)
      expect((await fetch(url)).status).toBe(200)
      const { events } = await getTip(as("auditor"), { tipId: ids.tipId })
      expect(events.slice(-3)).toMatchObject([
        { type: "evidence.opening-asked", actor: { id: "mei" }, data: { reason, verdict } },
        { type: "evidence.opening-approved", actor: { id: "bo" }, data: { askedBy: { id: "mei" }, verdict } },
        {
          type: "evidence.original-opened",
          actor: { id: "mei" },
          data: { reason, verdict, approvedBy: { id: "bo" } },
        },
      ])
    },
  )

  it("is not opened by who asked alone, nor by who only said yes", async () => {
    const ids = await fileThatIs("infected")
    await askForOriginal(as("mei"), { ...ids, reason })
    const yes = async (who: "mei" | "bo") =>
      approveOriginal(as(who), { ...ids, version: await versionOf(ids) })
    await expect(yes("mei")).rejects.toMatchObject(secondPerson)
    await expect(openOriginal(as("mei"), { ...ids, reason })).rejects.toMatchObject(secondPerson)
    await yes("bo")
    await expect(openOriginal(as("bo"), { ...ids, reason })).rejects.toMatchObject(secondPerson)
    await expect(yes("bo")).rejects.toMatchObject({ reason: "opening-not-asked" })
  })

  it("closes again with the working day", async () => {
    const ids = await fileThatIs("infected")
    await openedByTwo(ids)
    await expect(openOriginal(as("mei", hours(9)), { ...ids, reason })).rejects.toMatchObject(secondPerson)
  })

  it("closes again when it turns out to be infected", async () => {
    const ids = await fileThatIs("unscannable")
    await openedByTwo(ids)
    await recordScan(system(), { key: sealedKey(ids), result: { verdict: "infected", threat: "Eicar" } })
    await expect(openOriginal(as("mei"), { ...ids, reason })).rejects.toMatchObject(secondPerson)
  })

  it("is not opened by a yes to what has changed meanwhile", async () => {
    const ids = await fileThatIs("unscannable")
    await askForOriginal(as("mei"), { ...ids, reason })
    const version = await versionOf(ids)
    await recordScan(system(), { key: sealedKey(ids), result: { verdict: "infected", threat: "Eicar" } })
    await expect(approveOriginal(as("bo"), { ...ids, version })).rejects.toMatchObject({
      code: "conflict",
      lastChange: { did: "evidence.scanned" },
    })
  })

  it("is asked for by one at a time", async () => {
    const ids = await fileThatIs("infected")
    await askForOriginal(as("mei"), { ...ids, reason })
    const second = askForOriginal(as("cai"), { ...ids, reason })
    await expect(second).rejects.toMatchObject({ code: "conflict", reason: "opening-asked" })
    await askForOriginal(as("cai", hours(9)), { ...ids, reason })
  })

  it("is nothing that an auditor may ask for", async () => {
    const ids = await fileThatIs("infected")
    await expect(askForOriginal(as("auditor"), { ...ids, reason })).rejects.toMatchObject({
      code: "forbidden",
    })
  })
})
