import { beforeAll, describe, expect, it } from "vitest"
import { listFile, verifyFile } from "@/lib/audit"
import type { Person, Role } from "@/lib/kernel/actor"
import { contextFor } from "@/lib/kernel/context"
import { AuthorityId } from "@/lib/kernel/id"
import {
  findSession,
  giveRoles,
  invitationDays,
  invite,
  letLeave,
  listInvitations,
  listPeople,
  recognise,
  startSession,
  withdrawInvitation,
} from "@/lib/session"
import { enforcementWorld } from "@/tests/support/case"
import { as, system, visitor } from "@/tests/support/people"

const administrator = as("administrator")
const mps = AuthorityId.parse("mps")

/** As the provider tells somebody who has no role there. */
const coming = (id: string, roles: readonly Role[] = []): Person => ({ kind: "person", id, name: id, roles })

const list = () => listInvitations(administrator, {})

const invited = async (email: string, roles: Role[] = ["moderator"], authorityId?: AuthorityId) => {
  const { version } = await list()
  await invite(administrator, { version, email, name: "Somebody", given: { roles, authorityId } })
}

const colleague = async (id: string) =>
  (await listPeople(as("auditor"), {})).find(({ personId }) => personId === id)

beforeAll(enforcementWorld)

describe("an invitation", () => {
  it("gives its roles to whoever comes with its address, once and for good", async () => {
    await invited("An@Office.example", ["moderator", "auditor"])
    expect(
      await recognise(system(), { person: coming("an"), email: "someone@office.example" }),
    ).toBeUndefined()
    expect(await recognise(system(), { person: coming("an") })).toBeUndefined()
    const an = await recognise(system(), { person: coming("an"), email: "an@office.EXAMPLE" })
    expect(an).toMatchObject({ id: "an", roles: ["moderator", "auditor"] })
    expect((await list()).invitations.map(({ email }) => email)).not.toContain("an@office.example")
    expect(await recognise(system(), { person: coming("an2"), email: "an@office.example" })).toBeUndefined()
    expect(await recognise(system(), { person: coming("an") })).toEqual(an)
    expect(await colleague("an")).toMatchObject({ assigned: { by: { name: "Adi" } } })
  })

  it("is accepted once by who comes twice at once, or by the first of two", async () => {
    await invited("ce@office.example")
    const come = (id: string) => recognise(system(), { person: coming(id), email: "ce@office.example" })
    const own = await Promise.all([come("ce"), come("ce"), come("ce")])
    expect(own.map((one) => one?.roles)).toEqual([["moderator"], ["moderator"], ["moderator"]])
    await invited("ce@office.example")
    const two = await Promise.all([come("ce-1"), come("ce-2")])
    expect(two.filter((one) => one !== undefined)).toHaveLength(1)
    const accepted = (await listFile(as("auditor"), { file: "invitations" })).filter(
      ({ type, data }) => type === "invitation.accepted" && String(data.person).startsWith("ce"),
    )
    expect(accepted).toHaveLength(2)
  })

  it("stays beside what the provider tells, then and later", async () => {
    await invited("bai@office.example", ["publisher"])
    const email = "bai@office.example"
    await recognise(system(), { person: coming("bai", ["moderator"]), email })
    const later = await recognise(system(), { person: coming("bai", ["auditor"]) })
    expect(later?.roles).toEqual(["auditor", "publisher"])
  })

  it("lets an agency's officer act for the authority that it names, and needs one that exists", async () => {
    await invited("chu@office.example", ["agency-officer"], mps)
    expect(await recognise(system(), { person: coming("chu"), email: "chu@office.example" })).toMatchObject({
      roles: ["agency-officer"],
      authorityId: "mps",
    })
    await expect(invited("no@office.example", ["agency-officer"])).rejects.toMatchObject({
      issues: [{ path: ["given", "authorityId"], rule: "required" }],
    })
    await expect(
      invited("no@office.example", ["agency-officer"], AuthorityId.parse("nowhere")),
    ).rejects.toMatchObject({ issues: [{ rule: "authority-unknown" }] })
    await invited("dai@office.example", ["moderator"], mps)
    const dai = await recognise(system(), { person: coming("dai"), email: "dai@office.example" })
    expect(dai?.authorityId).toBeUndefined()
  })

  it("is worth nothing once it is withdrawn or its time is over, and gives way to a new one then", async () => {
    await invited("er@office.example")
    const { version } = await list()
    await withdrawInvitation(administrator, { version, email: "er@office.example" })
    expect(await recognise(system(), { person: coming("er"), email: "er@office.example" })).toBeUndefined()
    await expect(
      withdrawInvitation(administrator, { version: version + 1, email: "er@office.example" }),
    ).rejects.toMatchObject({ code: "not-found" })

    await invited("fu@office.example")
    const after = new Date(Date.now() + (invitationDays * 24 + 1) * 3_600_000).toISOString()
    const late = contextFor({ kind: "system", name: "gate" }, { now: after })
    const email = "fu@office.example"
    expect(await recognise(late, { person: coming("fu"), email })).toBeUndefined()
    const again = {
      version: (await list()).version,
      email,
      name: "Fu",
      given: { roles: ["auditor" as const] },
    }
    await expect(invite(administrator, again)).rejects.toMatchObject({
      issues: [{ rule: "invited-already" }],
    })
    await invite(as("administrator", after), again)
    expect((await list()).invitations.filter((one) => one.email === email)).toHaveLength(1)
  })

  it("is an administrator's to give, names a role and an address, and loses no race", async () => {
    const { version } = await list()
    const given = { roles: ["moderator" as const] }
    const input = { version, email: "gu@office.example", name: "Gu", given }
    await expect(invite(as("auditor"), input)).rejects.toMatchObject({ code: "forbidden" })
    await expect(listInvitations(as("mei"), {})).rejects.toMatchObject({ code: "forbidden" })
    await expect(invite(administrator, { ...input, given: { roles: [] } })).rejects.toMatchObject({
      issues: [{ path: ["given", "roles"], rule: "required" }],
    })
    await expect(invite(administrator, { ...input, email: "gu" })).rejects.toMatchObject({
      issues: [{ path: ["email"] }],
    })
    const both = await Promise.allSettled([
      invite(administrator, input),
      invite(administrator, { ...input, email: "han@office.example" }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
    await expect(invite(administrator, input)).rejects.toMatchObject({
      code: "conflict",
      lastChange: { did: "invitation.sent" },
    })
  })

  it("reveals no address in the trail, which stays whole", async () => {
    const events = await listFile(as("auditor"), { file: "invitations" })
    expect(events.map(({ type }) => type)).toContain("invitation.accepted")
    expect(JSON.stringify(events)).not.toMatch(/@|office\.example/)
    const trail = await verifyFile(as("auditor"), { file: "invitations" })
    expect(trail).toEqual({ events: events.length, faults: [] })
  })
})

describe("roles that are given to a person", () => {
  const signIn = async (id: string, roles: readonly Role[]) => {
    const person = await recognise(system(), { person: coming(id, roles) })
    return startSession(system(), { person: person ?? coming(id) })
  }

  it("count beside the provider's from the next sign-in, which is asked for at once", async () => {
    const { sessionId } = await signIn("ji", ["moderator"])
    await giveRoles(administrator, { personId: "ji", given: { roles: ["case-officer"] } })
    expect(await findSession(visitor(), { sessionId })).toBeUndefined()
    expect((await signIn("ji", ["moderator"])).roles).toEqual(["moderator", "case-officer"])
    const seen = (await colleague("ji"))?.assigned?.at
    await giveRoles(administrator, { personId: "ji", seen, given: { roles: [] } })
    expect((await signIn("ji", ["moderator"])).roles).toEqual(["moderator"])
    expect(await verifyFile(as("auditor"), { file: "person#ji" })).toMatchObject({ events: 2, faults: [] })
  })

  it("are never one's own to give, nor anybody else's than an administrator's", async () => {
    await signIn("administrator", ["administrator"])
    const given = { roles: ["publisher" as const] }
    await expect(giveRoles(administrator, { personId: "Administrator", given })).rejects.toMatchObject({
      reason: "second-person",
    })
    await expect(giveRoles(as("pia"), { personId: "ji", given })).rejects.toMatchObject({ code: "forbidden" })
    await expect(giveRoles(administrator, { personId: "nobody", given })).rejects.toMatchObject({
      code: "not-found",
    })
    await signIn("kong", ["moderator"])
    await expect(
      giveRoles(administrator, { personId: "kong", given: { roles: ["agency-officer"] } }),
    ).rejects.toMatchObject({ issues: [{ rule: "required" }] })
  })

  it("are not overwritten by who saw others", async () => {
    await signIn("liu", ["moderator"])
    const giving = (role: Role, seen?: string) =>
      giveRoles(administrator, { personId: "liu", seen, given: { roles: [role] } })
    await giving("publisher")
    await expect(giving("auditor")).rejects.toMatchObject({
      code: "conflict",
      lastChange: { did: "person.roles-given" },
    })
    const seen = (await colleague("liu"))?.assigned?.at
    const both = await Promise.allSettled([giving("auditor", seen), giving("case-officer", seen)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
  })

  it("are no other account's whose id differs by capitals alone, not even once that one has signed in", async () => {
    await signIn("nan", ["moderator"])
    await giveRoles(administrator, { personId: "nan", given: { roles: ["administrator"] } })
    const other = coming("NAN", ["auditor"])
    expect((await recognise(system(), { person: other }))?.roles).toEqual(["auditor"])
    await startSession(system(), { person: other })
    expect((await recognise(system(), { person: other }))?.roles).toEqual(["auditor"])
    expect((await recognise(system(), { person: coming("nan") }))?.roles).toEqual(["administrator"])
    await expect(
      giveRoles(administrator, { personId: "nan", given: { roles: ["publisher"] } }),
    ).rejects.toMatchObject({ code: "not-found" })
  })

  it("do not let in who has left", async () => {
    await signIn("mo", ["moderator"])
    await giveRoles(administrator, { personId: "mo", given: { roles: ["auditor"] } })
    await letLeave(administrator, { personId: "mo" })
    expect(await recognise(system(), { person: coming("mo", ["moderator"]) })).toBeUndefined()
  })
})
