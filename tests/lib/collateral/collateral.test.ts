import { beforeAll, describe, expect, it } from "vitest"
import { eventsOf, verifyFile } from "@/lib/audit"
import { openCase } from "@/lib/case"
import { addKnownGood, checkCollateral, listKnownGood, removeKnownGood } from "@/lib/collateral"
import { CaseId } from "@/lib/kernel/id"
import { approveReferral, draftReferral, getReferral } from "@/lib/referral"
import { aCase, aDelivered, aDraft, enforcementWorld } from "@/tests/support/case"
import { acceptedTip } from "@/tests/support/factory"
import { as, system } from "@/tests/support/people"

const reason = "Only this user's pages are to be taken down."
const caseOn = async (target: string) => {
  const { tipId } = await acceptedTip({ targets: [target] })
  return (await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId ?? "none"
}
const admin = as("administrator")
const versionOf = async () => (await listKnownGood(admin, {})).version

beforeAll(enforcementWorld)

describe("a referral of a site whose host others share", () => {
  it("is approved only by a second person who says why, which stays on record", async () => {
    const caseId = await caseOn("https://pirate-1.github.io/")
    const draft = await aDraft(caseId)
    await expect(approveReferral(as("dan"), draft)).rejects.toMatchObject({
      code: "invalid",
      issues: [{ path: ["collateralReason"], rule: "collateral-reason" }],
    })
    await expect(approveReferral(as("dan"), { ...draft, collateralReason: "ok" })).rejects.toMatchObject({
      issues: [{ rule: "collateral-reason" }],
    })
    await expect(approveReferral(as("cai"), { ...draft, collateralReason: reason })).rejects.toMatchObject({
      code: "forbidden",
      reason: "second-person",
    })
    await approveReferral(as("dan"), { ...draft, collateralReason: reason })
    const found = [{ site: "pirate-1.github.io", kind: "suffix", name: "github.io" }]
    expect((await getReferral(as("cai"), draft)).referral.collateral).toEqual({ reason, found })
    const approved = (await eventsOf(CaseId.parse(caseId))).find(({ type }) => type === "referral.approved")
    expect(approved?.data).toMatchObject({ collateral: { reason, found } })
  })

  it("asks for nothing where nobody else could be hurt", async () => {
    const caseId = await aCase()
    expect(await checkCollateral(as("cai"), { caseId })).toEqual([])
    const draft = await aDraft(caseId)
    await approveReferral(as("dan"), { ...draft, collateralReason: reason })
    expect((await getReferral(as("cai"), draft)).referral.collateral).toBeUndefined()
  })
})

describe("the domains known as good", () => {
  it("count from when an administrator adds one, for what lies below too, until it is removed", async () => {
    const caseId = await caseOn("https://mirror.city-library.example/")
    const draft = await aDraft(caseId)
    await addKnownGood(admin, {
      version: await versionOf(),
      domain: "https：//www.city-library.example/",
      reason: "The city's library",
    })
    expect(await checkCollateral(as("cai"), { caseId })).toMatchObject([
      { kind: "known-good", name: "city-library.example" },
    ])
    await expect(approveReferral(as("dan"), draft)).rejects.toMatchObject({ code: "invalid" })
    await removeKnownGood(admin, {
      version: await versionOf(),
      domain: "city-library.example",
      reason: "It was sold",
    })
    await approveReferral(as("dan"), draft)
    expect((await verifyFile(admin, { file: "known-good" })).faults).toEqual([])
  })

  it.each([
    ["", "required"],
    ["http://10.0.0.1/", "url-private"],
    ["some library", "url-broken"],
    ["a-one.example b-two.example", "one-site"],
    ["cloudflare.com", "domain-taken"],
  ])("are not %j", async (domain, rule) => {
    const added = addKnownGood(admin, { version: await versionOf(), domain, reason: "a reason" })
    await expect(added).rejects.toMatchObject({ issues: [{ path: ["domain"], rule }] })
  })

  it("are changed by one of two at a time", async () => {
    const version = await versionOf()
    const [one, two] = await Promise.allSettled(
      ["first-one.example", "second-one.example"].map((domain) =>
        addKnownGood(admin, { version, domain, reason: "a reason" }),
      ),
    )
    expect([one?.status, two?.status].toSorted()).toEqual(["fulfilled", "rejected"])
    expect((await listKnownGood(admin, {})).version).toBe(version + 1)
  })

  it("are kept by administrators, and seen by officers and auditors", async () => {
    for (const name of ["mei", "officer", "pia"] as const)
      await expect(listKnownGood(as(name), {})).rejects.toMatchObject({ code: "forbidden" })
    await listKnownGood(as("cai"), {})
    for (const name of ["cai", "auditor"] as const) {
      const change = { version: 0, domain: "x.example", reason: "a reason" }
      await expect(addKnownGood(as(name), change)).rejects.toMatchObject({ code: "forbidden" })
      await expect(removeKnownGood(as(name), change)).rejects.toMatchObject({ code: "forbidden" })
    }
  })
})

describe("a site that joins a case after its referral was approved", () => {
  it("is shown to the officers and to the authority, as long as nobody weighed it", async () => {
    const caseId = await caseOn("https://grown-case.example/")
    const seen = await aDelivered(caseId)
    expect((await getReferral(as("officer"), seen)).unweighed).toEqual([])
    const { tipId } = await acceptedTip({
      targets: ["https://grown-case.example/2", "https://grown-case.github.io/"],
    })
    expect((await openCase(system(), { tipId, campaign: "demo-2026" }))?.caseId).toBe(caseId)
    const found = [{ site: "grown-case.github.io", kind: "suffix", name: "github.io" }]
    for (const who of ["cai", "officer"] as const)
      expect((await getReferral(as(who), seen)).unweighed).toEqual(found)
    const second = await draftReferral(as("cai"), {
      caseId,
      authorityId: "miit",
      reason: "The host of its mirrors is in its competence.",
    })
    expect((await getReferral(as("cai"), { caseId, referralId: second.referralId })).unweighed).toEqual([])
  })
})
