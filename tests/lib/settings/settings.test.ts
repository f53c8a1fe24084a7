import { describe, expect, it } from "vitest"
import { GET as privacyPage } from "@/app/[locale]/privacy/route"
import { eventsOf, verifyFile } from "@/lib/audit"
import { weighTip } from "@/lib/desk"
import { normalPerMinute } from "@/lib/limits/set"
import { followTip } from "@/lib/reporter"
import {
  choosable,
  contactsNow,
  defaultRetention,
  getSettings,
  limitBounds,
  limitNames,
  retentionNow,
  saveEntry,
  setContacts,
  setLimits,
  setRetention,
  setTargets,
} from "@/lib/settings"
import { claimTip, declineTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as, reporterOf } from "@/tests/support/people"

const administrator = as("administrator")
const version = async () => (await getSettings(administrator, {})).version
const named = { zh: "重复举报", en: "Reported again" }
const said = { zh: "您此前已举报过。", en: "You have reported this before." }
const reason = { kind: "decline-reason", code: "again", name: named, text: said } as const

const declined = async (code: string) => {
  const { tipId } = await submitted()
  const claimed = await claimTip(as("mei"), { tipId })
  return declineTip(as("mei"), { tipId, version: claimed.version, reason: code })
}

describe("what administrators word for the desk", () => {
  it("is there from the start, and every reason says something to reporters in both languages", async () => {
    const { entries } = await getSettings(as("mei"), {})
    const reasons = choosable(entries, "decline-reason")
    expect(reasons.length).toBeGreaterThan(3)
    for (const { text } of reasons) expect([text?.zh, text?.en]).not.toContain(undefined)
  })

  it("is used at once, and what was decided keeps the words of its time", async () => {
    await expect(declined("again")).rejects.toMatchObject({
      issues: [{ path: ["reason"], rule: "not-an-option" }],
    })
    await saveEntry(administrator, { version: await version(), ...reason })
    const { tipId } = await declined("again")
    const changed = { zh: "您此前已经举报过这个网站。", en: "You have reported this site before." }
    await saveEntry(administrator, { version: await version(), ...reason, text: changed })
    expect(await followTip(reporterOf(tipId), {})).toMatchObject({ declined: "again", declinedText: said })
    expect(await followTip(reporterOf((await declined("again")).tipId), {})).toMatchObject({
      declinedText: changed,
    })
  })

  it("is no longer to be chosen once it is withdrawn, and can be brought back", async () => {
    await saveEntry(administrator, { version: await version(), ...reason, isRetired: true })
    await expect(declined("again")).rejects.toMatchObject({ code: "invalid" })
    await saveEntry(administrator, { version: await version(), ...reason })
    expect((await declined("again")).declined?.reason).toBe("again")
  })

  it.each([
    [{ ...reason, code: "Not a code" }, ["code"]],
    [{ ...reason, text: { zh: "只有中文", en: " " } }, ["text", "en"]],
    [{ kind: reason.kind, code: "mute", name: named }, ["text", "zh"]],
    [{ kind: "label", code: "x", name: { zh: "", en: "X mark" } }, ["name", "zh"]],
  ] as const)("is refused as %j", async (entry, path) => {
    await expect(saveEntry(administrator, { version: await version(), ...entry })).rejects.toMatchObject({
      code: "invalid",
      issues: [{ path }],
    })
  })

  it("is set by administrators alone, of whom the later one learns who was faster", async () => {
    await expect(saveEntry(as("mei"), { version: 0, ...reason })).rejects.toMatchObject({ code: "forbidden" })
    const seen = await version()
    const both = await Promise.allSettled([
      saveEntry(administrator, { version: seen, ...reason }),
      saveEntry(administrator, { version: seen, ...reason }),
    ])
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict", lastChange: { by: "Adi", did: "settings.entry-saved" } },
    })
    expect(await verifyFile(as("auditor"), { file: "settings" })).toMatchObject({ faults: [] })
  })
})

describe("the desk's targets", () => {
  it("weigh from the moment they are set, with what they were on record", async () => {
    const { tipId } = await submitted({ urgency: "children" })
    const { targets } = await getSettings(administrator, {})
    const weights = { ...targets.weights, children: 99 }
    await setTargets(administrator, { version: await version(), ...targets, weights })
    const { reasons } = await weighTip(as("mei"), { tipId })
    expect(reasons[0]).toEqual({ kind: "urgency", points: 99 })
    expect((await eventsOf("settings")).at(-1)).toMatchObject({
      type: "settings.targets-set",
      data: { from: targets, to: { ...targets, weights } },
    })
  })

  it.each([{ firstReviewHours: 0 }, { secondLookPercent: 101 }, { decisionHours: 1.5 }])(
    "are refused as %j",
    async (change) => {
      const { targets } = await getSettings(administrator, {})
      await expect(
        setTargets(administrator, { version: await version(), ...targets, ...change }),
      ).rejects.toMatchObject({ code: "invalid" })
      await expect(setTargets(as("auditor"), { version: 0, ...targets })).rejects.toMatchObject({
        code: "forbidden",
      })
    },
  )
})

describe("the limits", () => {
  it("hold from the moment they are set, all others as the portal's own, with what they were on record", async () => {
    await setLimits(administrator, { version: await version(), reportsPerMinute: 77 })
    expect(await normalPerMinute()).toBe(77)
    await setLimits(administrator, { version: await version(), batches: 5 })
    expect(await normalPerMinute()).not.toBe(77)
    expect((await eventsOf("settings")).at(-1)).toMatchObject({
      type: "settings.limits-set",
      data: { from: { reportsPerMinute: 77 }, to: { batches: 5 } },
    })
    expect((await getSettings(administrator, {})).limits).toEqual({ batches: 5 })
  })

  it.each(limitNames)("of %s stay within their bounds", async (name) => {
    const [min, max] = limitBounds[name]
    for (const refused of [min - 1, max + 1, min + 0.5, Number.NaN])
      await expect(
        setLimits(administrator, { version: await version(), [name]: refused }),
      ).rejects.toMatchObject({ code: "invalid", issues: [{ path: [name] }] })
    for (const taken of [min, max])
      await setLimits(administrator, { version: await version(), [name]: taken })
  })

  it("are set by administrators alone, of whom the later one learns who was faster", async () => {
    await expect(setLimits(as("auditor"), { version: 0 })).rejects.toMatchObject({ code: "forbidden" })
    await expect(setLimits(administrator, { version: 0, batches: 7 })).rejects.toMatchObject({
      code: "conflict",
      lastChange: { by: "Adi", did: "settings.limits-set" },
    })
  })
})

describe("the contacts of the portal", () => {
  it("are those of the deployment until an administrator says others, also none", async () => {
    expect(await contactsNow()).toEqual({ email: "", phone: "" })
    const contacts = { email: "jubao@banquan.example", phone: "010-12390000" }
    await setContacts(administrator, { version: await version(), ...contacts })
    expect(await contactsNow()).toEqual(contacts)
    await setContacts(administrator, { version: await version(), email: "", phone: "" })
    expect(await contactsNow()).toEqual({ email: "", phone: "" })
    expect(await verifyFile(as("auditor"), { file: "settings" })).toMatchObject({ faults: [] })
  })

  it("are refused where nobody could write to them, and from any other role", async () => {
    const contacts = { email: "no address", phone: "" }
    await expect(setContacts(administrator, { version: await version(), ...contacts })).rejects.toMatchObject(
      { code: "invalid", issues: [{ path: ["email"] }] },
    )
    await expect(setContacts(as("mei"), { version: 0, email: "", phone: "" })).rejects.toMatchObject({
      code: "forbidden",
    })
  })
})

describe("times of retention", () => {
  it("are the portal's own until an administrator sets them, on record, and on the privacy page", async () => {
    expect(await retentionNow()).toEqual({ contactDays: 365, receivedDays: 180, caseYears: 3 })
    const retention = { contactDays: 120, receivedDays: 200, caseYears: 5 }
    await setRetention(administrator, { version: await version(), ...retention })
    expect(await retentionNow()).toEqual(retention)
    expect((await eventsOf("settings")).at(-1)).toMatchObject({
      type: "settings.retention-set",
      data: { from: { contactDays: 365 }, to: retention },
    })
    const page = await privacyPage(new Request("http://localhost:3000/en/privacy"), {
      params: Promise.resolve({ locale: "en" }),
    })
    expect(await page.text()).toMatch(/erased after 120 days/)
    await setRetention(administrator, { version: await version(), ...defaultRetention })
  })

  it.each([
    { contactDays: 29 },
    { contactDays: 366 },
    { receivedDays: 89 },
    { caseYears: 11 },
    { caseYears: 3.5 },
  ])("are refused as %j, and from any other role", async (change) => {
    const retention = await retentionNow()
    const [name = ""] = Object.keys(change)
    await expect(
      setRetention(administrator, { version: await version(), ...retention, ...change }),
    ).rejects.toMatchObject({ code: "invalid", issues: [{ path: [name] }] })
    await expect(setRetention(as("auditor"), { version: 0, ...retention })).rejects.toMatchObject({
      code: "forbidden",
    })
    await expect(
      setRetention(administrator, { version: (await version()) - 1, ...retention }),
    ).rejects.toMatchObject({ code: "conflict" })
  })
})
