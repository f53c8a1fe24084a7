import { describe, expect, it } from "vitest"
import { verifyFile } from "@/lib/audit"
import { returnClaims } from "@/lib/desk"
import type { Role } from "@/lib/kernel/actor"
import {
  findSession,
  letLeave,
  letReturn,
  listModerators,
  listPeople,
  recognise,
  renewSession,
  startSession,
} from "@/lib/session"
import { claimTip, getTip } from "@/lib/tip"
import { submitted } from "@/tests/support/factory"
import { as, moderator, system, visitor } from "@/tests/support/people"

const administrator = as("administrator")
const signIn = (id: string, roles: readonly Role[] = ["moderator"]) =>
  startSession(system(), { person: { kind: "person", id, name: id, roles } })

describe("the people of the portal", () => {
  it("are all who ever signed in, with the roles that the provider told last", async () => {
    await signIn("Lin", ["moderator"])
    await signIn("Lin", ["publisher"])
    const lin = (await listPeople(as("auditor"), {})).filter(({ name }) => name === "Lin")
    expect(lin).toMatchObject([{ personId: "Lin", roles: ["publisher"] }])
    await expect(listPeople(as("mei"), {})).rejects.toMatchObject({ code: "forbidden" })
  })

  it("are no longer let in once they have left, with every session they had, until they return", async () => {
    const { sessionId } = await signIn("Wu")
    await letLeave(administrator, { personId: "Wu" })
    expect(await findSession(visitor(), { sessionId })).toBeUndefined()
    const wu = { kind: "person", id: "Wu", name: "Wu", roles: ["moderator"] } as const
    expect(await recognise(system(), { person: wu })).toBeUndefined()
    await expect(signIn("Wu")).rejects.toMatchObject({ code: "forbidden", reason: "person-left" })
    await expect(signIn("WU")).rejects.toMatchObject({ reason: "person-left" })
    await letReturn(administrator, { personId: "Wu" })
    expect(await recognise(system(), { person: wu })).toEqual(wu)
    const again = await signIn("Wu")
    expect(await findSession(visitor(), { sessionId: again.sessionId })).toMatchObject({ personId: "Wu" })
    expect(await verifyFile(as("auditor"), { file: "person#wu" })).toMatchObject({ events: 2, faults: [] })
  })

  it("have no session renewed that ended when they left", async () => {
    const session = await signIn("Qi")
    await letLeave(administrator, { personId: "Qi" })
    const person = { kind: "person", id: "Qi", name: "Qi", roles: ["moderator"] } as const
    expect(await renewSession(system(), { session, person })).toBeUndefined()
  })

  it("are shut out by administrators alone, never by themselves", async () => {
    await signIn("administrator", ["administrator"])
    await expect(letLeave(as("auditor"), { personId: "Wu" })).rejects.toMatchObject({ code: "forbidden" })
    await expect(letLeave(administrator, { personId: "Administrator" })).rejects.toMatchObject({
      reason: "second-person",
    })
    await expect(letLeave(administrator, { personId: "nobody" })).rejects.toMatchObject({ code: "not-found" })
  })

  it("leave what they held to the queue", async () => {
    const { tipId } = await submitted()
    await signIn("He")
    await claimTip(moderator("He"), { tipId })
    await letLeave(administrator, { personId: "He" })
    expect(await returnClaims(as("administrator"), { personId: "He" })).toBe(1)
    expect(await returnClaims(administrator, { personId: "He" })).toBe(0)
    const { tip, events } = await getTip(as("auditor"), { tipId })
    expect(tip.status).toBe("received")
    expect(tip.claim).toBeUndefined()
    expect(events.at(-1)).toMatchObject({ type: "tip.released", actor: { name: "Adi" } })
  })

  it("tell a moderator to whom a tip can be handed: no one who left, no other role, not oneself", async () => {
    await signIn("mei")
    await signIn("Ye")
    await signIn("Fan", ["case-officer"])
    await signIn("Gone")
    await letLeave(administrator, { personId: "Gone" })
    const names = (await listModerators(as("mei"), {})).map(({ name }) => name)
    expect(names).toContain("Ye")
    for (const name of ["mei", "Fan", "Gone"]) expect(names).not.toContain(name)
  })
})
