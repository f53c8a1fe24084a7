import { beforeAll, describe, expect, it } from "vitest"
import { eventsOf, verifyFile } from "@/lib/audit"
import { getCase, openCase } from "@/lib/case"
import { CaseId } from "@/lib/kernel/id"
import { limits, originOf } from "@/lib/limits"
import { proposeClosing, reopenCase } from "@/lib/referral"
import { checkSite, listSites, syncListedSites } from "@/lib/site-list"
import { countOne } from "@/lib/store/counter"
import { aCase, enforcementWorld } from "@/tests/support/case"
import { acceptedTip } from "@/tests/support/factory"
import { aHolder } from "@/tests/support/holder"
import { aListedSite, closeCase } from "@/tests/support/listed"
import { as, system, visitor } from "@/tests/support/people"

const now = new Date().toISOString()
const origin = originOf("192.0.2.1", now)
const check = (typed: string) => checkSite(visitor(), { typed, origin })
const reopened = async (seen: { caseId: string; version: number }) => {
  await reopenCase(as("cai"), { ...seen, reason: "Closed by mistake." })
  await syncListedSites(system(), { caseId: seen.caseId })
}

beforeAll(enforcementWorld)

describe("the confirmed list", () => {
  it("takes the sites that two people confirmed, and not the others of the case", async () => {
    const { tipId } = await acceptedTip({
      targets: ["https://bad-one.example/", "https://bystander.example/"],
    })
    const caseId = (await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? "none"
    await closeCase(caseId, { sites: ["bad-one.example"] })
    expect((await check("bad-one.example")).standing).toMatchObject({
      status: "listed",
      outcome: "penalised",
    })
    expect((await check("bystander.example")).standing).toBeUndefined()
  })

  it("takes none where the case was without ground, whatever was ticked", async () => {
    const caseId = await aCase()
    const { sites } = (await getCase(as("cai"), { caseId })).case
    await closeCase(caseId, { sites, outcome: "unfounded" })
    expect((await check(sites[0] ?? "")).standing).toBeUndefined()
  })

  it("drops a site when its case is opened again, and takes it back when that is closed anew", async () => {
    const seen = await aListedSite("comes-and-goes.example")
    await reopened(seen)
    const { standing } = await check("comes-and-goes.example")
    expect(standing).toMatchObject({ status: "removed" })
    expect(standing?.removedAt).toBeDefined()
    await closeCase(seen.caseId, { sites: ["comes-and-goes.example"] })
    const back = (await check("comes-and-goes.example")).standing
    expect(back?.status).toBe("listed")
    expect(back?.removedAt).toBeUndefined()
  })

  it("follows a case by events that come twice, late or together with one effect each, in a whole chain", async () => {
    const { caseId } = await aListedSite("twice.example")
    await Promise.all([1, 2, 3].map(() => syncListedSites(system(), { caseId })))
    const listed = (await eventsOf(CaseId.parse(caseId))).filter(({ type }) => type === "site.listed")
    expect(listed).toHaveLength(1)
    expect((await verifyFile(as("auditor"), { file: caseId })).faults).toEqual([])
  })

  it("refuses to confirm a site that the case does not have", async () => {
    const caseId = await aCase()
    const { version } = (await getCase(as("cai"), { caseId })).case
    const proposal = { caseId, version, outcome: "penalised" as const, sites: ["innocent.example"] }
    await expect(proposeClosing(as("cai"), proposal)).rejects.toMatchObject({
      code: "invalid",
      issues: [{ path: ["sites"], rule: "not-an-option" }],
    })
  })
})

describe("a check of one site", () => {
  it.each([
    "https://full-width.example/watch/1?utm_source=x",
    "https：//ＦＵＬＬ-width。example/watch",
    "www.full-width.example",
    "「https://full-width.example/1」，免费看",
  ])("reads what people paste: %s", async (typed) => {
    await aListedSite("full-width.example").catch(() => undefined)
    expect((await check(typed)).standing).toMatchObject({ site: "full-width.example", status: "listed" })
  })

  it.each([
    ["", "required"],
    ["http://192.168.0.1/", "url-private"],
    ["javascript:alert(1)", "url-scheme"],
    ["https://a-one.example/ https://b-two.example/", "one-site"],
  ])("says what is wrong with %j", async (typed, rule) => {
    await expect(check(typed)).rejects.toMatchObject({ code: "invalid", issues: [{ path: ["typed"], rule }] })
  })

  it("is limited by origin, so that nobody goes through the list", async () => {
    const one = originOf("192.0.2.77", now)
    await countOne(limits.siteChecks, one, limits.siteChecks.count - 1)
    const ask = () => checkSite(visitor(), { typed: "nobody.example", origin: one })
    await ask()
    await expect(ask()).rejects.toMatchObject({ code: "limited" })
    await check("nobody.example")
  })
})

describe("a partner", () => {
  it("reads the list with a key that is good for it, removals too, and what changed since", async () => {
    const { holder } = await aHolder("ad-network", ["sites:read"])
    const before = new Date(Date.now() - 1).toISOString()
    await aListedSite("partner-one.example")
    await reopened(await aListedSite("partner-two.example"))
    const all = await listSites(holder, { since: before })
    expect(all.map(({ site, status }) => [site, status])).toEqual([
      ["partner-one.example", "listed"],
      ["partner-two.example", "removed"],
    ])
    expect(await listSites(holder, { since: new Date(Date.now() + 60_000).toISOString() })).toEqual([])
  })

  it("is refused with a key for something else, and so is everybody without one", async () => {
    const { holder } = await aHolder("only-tips")
    await expect(listSites(holder, {})).rejects.toMatchObject({ code: "forbidden", reason: "key-scope" })
    await expect(listSites(as("administrator"), {})).rejects.toMatchObject({ code: "forbidden" })
    await expect(listSites(visitor(), {})).rejects.toMatchObject({ code: "unauthenticated" })
  })
})
