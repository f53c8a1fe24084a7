import { describe, expect, it, vi } from "vitest"
import { eventsOf } from "@/lib/audit"
import {
  addSecret,
  authenticateAgency,
  createAuthority,
  editAuthority,
  endSecret,
  getAuthority,
  inTree,
  issueAgencyKey,
  listAgencyKeys,
  listAuthorities,
  registerAuthority,
  removeWebhook,
  revokeAgencyKey,
  setWebhook,
} from "@/lib/authority"
import { aHolder } from "@/tests/support/holder"
import { as, system, visitor } from "@/tests/support/people"

const both = (en: string) => ({ zh: en, en })
const described = (authorityId: string, parentId?: string) => ({
  authorityId,
  name: both(authorityId),
  competence: both("Copyright"),
  parentId,
})
const admin = () => as("administrator")
const created = async (authorityId: string, parentId?: string) => {
  await createAuthority(admin(), described(authorityId, parentId))
  return { authorityId, version: 1 }
}
const versionOf = async (authorityId: string) => (await getAuthority(admin(), { authorityId })).version
const moved = async (authorityId: string, parentId: string) =>
  editAuthority(admin(), { ...described(authorityId, parentId), version: await versionOf(authorityId) })

describe("an authority", () => {
  it("is added by an administrator, with a place in the tree, and on record", async () => {
    await created("a-country")
    await created("a-province", "a-country")
    await created("a-city", "a-province")
    const mine = (await listAuthorities(as("cai"), {})).filter(({ authorityId }) => /^a-/.test(authorityId))
    expect(inTree(mine).map(({ one, depth }) => [one.authorityId, depth])).toEqual([
      ["a-country", 0],
      ["a-province", 1],
      ["a-city", 2],
    ])
    expect(await eventsOf("authority#a-city")).toMatchObject([
      { type: "authority.created", data: { parentId: "a-province" }, actor: { id: "administrator" } },
    ])
  })

  it("is not added twice, nor under one that there is not, nor by anybody else", async () => {
    await created("b-one")
    await expect(created("b-one")).rejects.toMatchObject({
      issues: [{ path: ["authorityId"], rule: "authority-taken" }],
    })
    await expect(created("b-two", "b-nobody")).rejects.toMatchObject({
      issues: [{ path: ["parentId"], rule: "authority-unknown" }],
    })
    await expect(createAuthority(as("cai"), described("b-three"))).rejects.toMatchObject({
      code: "forbidden",
    })
  })

  it("does not come to stand under itself, whoever moves what at the same time", async () => {
    for (const name of ["c-one", "c-two", "c-three"]) await created(name)
    await moved("c-two", "c-one")
    await expect(moved("c-one", "c-two")).rejects.toMatchObject({
      issues: [{ path: ["parentId"], rule: "tree-circle" }],
    })
    await expect(moved("c-one", "c-one")).rejects.toMatchObject({ issues: [{ rule: "tree-circle" }] })
    await Promise.allSettled([moved("c-one", "c-three"), moved("c-three", "c-two")])
    const all = await listAuthorities(admin(), {})
    const placed = inTree(all).filter(({ one }) => one.authorityId.startsWith("c-"))
    // In a circle none would have a place below another.
    expect(placed.map(({ depth }) => depth).toSorted()).toEqual([0, 1, 2])
  })

  it("stands no deeper than the fourth level, with all that stands under it", async () => {
    for (const [one, above] of [["d-1"], ["d-2", "d-1"], ["d-3", "d-2"], ["d-4", "d-3"]] as const)
      await created(one, above)
    await expect(created("d-5", "d-4")).rejects.toMatchObject({ issues: [{ rule: "tree-too-deep" }] })
    await created("d-0")
    await expect(moved("d-1", "d-0")).rejects.toMatchObject({ issues: [{ rule: "tree-too-deep" }] })
  })

  it("is edited by one at a time; the other learns by whom", async () => {
    const seen = await created("e-one")
    const edit = (en: string) => editAuthority(admin(), { ...described("e-one"), ...seen, name: both(en) })
    await edit("First")
    await expect(edit("Second")).rejects.toMatchObject({
      code: "conflict",
      lastChange: { did: "authority.edited" },
    })
    expect((await getAuthority(admin(), { authorityId: "e-one" })).name.en).toBe("First")
    await expect(editAuthority(as("cai"), { ...described("e-one"), ...seen })).rejects.toMatchObject({
      code: "forbidden",
    })
  })

  it("that the portal comes with stays as an administrator has made it", async () => {
    await registerAuthority(system(), described("f-one"))
    await editAuthority(admin(), { ...described("f-one"), version: 1, name: both("Renamed") })
    await registerAuthority(system(), described("f-one"))
    expect((await getAuthority(admin(), { authorityId: "f-one" })).name.en).toBe("Renamed")
  })
})

describe("a webhook", () => {
  const url = "https://cases.agency.example/hook"

  it("comes with a secret that is shown once and stored nowhere", async () => {
    const seen = await created("w-one")
    const { secret = "" } = await setWebhook(admin(), { ...seen, url })
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const stored = await getAuthority(admin(), seen)
    expect(JSON.stringify(stored)).not.toContain(secret.slice(6, 20))
    expect(JSON.stringify(await eventsOf("authority#w-one"))).not.toContain(secret.slice(6, 20))
    expect(await setWebhook(admin(), { ...seen, version: 2, url: `${url}/2` })).toEqual({})
  })

  it("gets a second secret, and only then loses the first", async () => {
    const seen = await created("w-two")
    const at = (version: number) => ({ authorityId: seen.authorityId, version })
    await expect(addSecret(admin(), at(1))).rejects.toMatchObject({ reason: "no-webhook" })
    const { secret: first } = await setWebhook(admin(), { ...at(1), url })
    await expect(endSecret(admin(), at(2))).rejects.toMatchObject({ reason: "one-secret" })
    const { secret: second } = await addSecret(admin(), at(2))
    expect(second).not.toBe(first)
    await expect(addSecret(admin(), at(3))).rejects.toMatchObject({ reason: "two-secrets" })
    await endSecret(admin(), at(3))
    await expect(endSecret(admin(), at(3))).rejects.toMatchObject({ code: "conflict", reason: undefined })
    await removeWebhook(admin(), at(4))
    await expect(removeWebhook(admin(), at(5))).rejects.toMatchObject({ reason: "no-webhook" })
    expect((await getAuthority(admin(), at(5))).channel).toBeUndefined()
  })

  it.each([
    ["http://cases.agency.example/", "webhook-scheme"],
    ["ftp://cases.agency.example/", "webhook-scheme"],
    ["cases.agency.example", "url-broken"],
    ["https://user:pass@cases.agency.example/", "url-broken"],
    ["https://cases.agency.example/#part", "url-broken"],
    ["https://localhost/", "url-private"],
    ["https://intranet/", "url-private"],
    ["https://127.0.0.1/", "url-private"],
    ["https://2130706433/", "url-private"],
    ["https://[::ffff:10.0.0.1]/", "url-private"],
    ["https://169.254.169.254/latest", "url-private"],
  ])("to %s is refused: %s", async (to, rule) => {
    const authorityId = "mps-of-refusals"
    await registerAuthority(system(), described(authorityId))
    await expect(setWebhook(admin(), { authorityId, version: 1, url: to })).rejects.toMatchObject({
      issues: [{ path: ["url"], rule }],
    })
  })

  it("on this machine is for a desk that allows it", async () => {
    const seen = await created("w-three")
    vi.stubEnv("WEBHOOK_LOOPBACK", "allow")
    await setWebhook(admin(), { ...seen, url: "http://127.0.0.1:9/x" })
  })
})

describe("a key of an authority's program", () => {
  it("lets in that authority, until it is revoked", async () => {
    const { authorityId } = await created("k-one")
    const { keyId, key } = await issueAgencyKey(admin(), { authorityId, name: "Case system" })
    expect(await authenticateAgency(visitor(), { key })).toEqual({
      kind: "agency",
      authorityId,
      keyId,
      name: "Case system",
    })
    expect(JSON.stringify(await listAgencyKeys(as("auditor"), { authorityId }))).not.toContain(key.slice(-24))
    await revokeAgencyKey(admin(), { keyId, version: 1, reason: "Lost by them" })
    await expect(authenticateAgency(visitor(), { key })).rejects.toMatchObject({ reason: "key-unknown" })
    await expect(revokeAgencyKey(admin(), { keyId, version: 2, reason: "Lost again" })).rejects.toMatchObject(
      { code: "conflict" },
    )
  })

  it("is none of a right holder, nor the other way round", async () => {
    const { key } = await aHolder("k-holder")
    await expect(authenticateAgency(visitor(), { key })).rejects.toMatchObject({ reason: "key-unknown" })
  })

  it("is for an authority that there is, and issued by administrators alone", async () => {
    const input = { authorityId: "k-nobody", name: "x" }
    await expect(issueAgencyKey(admin(), input)).rejects.toMatchObject({ reason: "authority" })
    await expect(issueAgencyKey(as("cai"), input)).rejects.toMatchObject({ code: "forbidden" })
  })
})
