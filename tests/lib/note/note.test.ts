import { describe, expect, it } from "vitest"
import { verifyFile } from "@/lib/audit"
import { listNotes, writeNote } from "@/lib/note"
import { followTip } from "@/lib/reporter"
import { claimTip, declineTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as, reporterOf } from "@/tests/support/people"

describe("a note", () => {
  it("overtakes nobody at work on the tip, and is for the staff alone", async () => {
    const { tipId } = await submitted()
    const { version } = await claimTip(as("mei"), { tipId })
    await writeNote(as("cai"), { of: { tipId }, text: "同一运营者另有三个网站" })
    await writeNote(as("mei"), { of: { tipId }, text: "Known to the police" })
    await declineTip(as("mei"), { tipId, version, reason: "site-gone" })
    const notes = await listNotes(as("auditor"), { of: { tipId } })
    expect(notes.map(({ text, author }) => [author.name, text])).toEqual([
      ["Cai", "同一运营者另有三个网站"],
      ["Mei", "Known to the police"],
    ])
    expect(JSON.stringify(await followTip(reporterOf(tipId), {}))).not.toContain("Known to the police")
    expect(await verifyFile(as("auditor"), { file: tipId })).toMatchObject({ faults: [] })
  })

  it("is refused where there is nothing to note it of, and of others", async () => {
    const { tipId } = await submitted()
    const text = "A note"
    await expect(writeNote(as("mei"), { of: { tipId: "tip_none" }, text })).rejects.toMatchObject({
      code: "not-found",
    })
    await expect(writeNote(as("mei"), { of: { caseId: "cas_none" }, text })).rejects.toMatchObject({
      code: "not-found",
    })
    await expect(writeNote(as("mei"), { of: { tipId }, text: " " })).rejects.toMatchObject({
      code: "invalid",
    })
    for (const name of ["auditor", "officer", "pia"] as const)
      await expect(writeNote(as(name), { of: { tipId }, text })).rejects.toMatchObject({ code: "forbidden" })
    await expect(listNotes(as("officer"), { of: { tipId } })).rejects.toMatchObject({ code: "forbidden" })
  })
})
