import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { encode } from "next-auth/jwt"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { authOptions } from "@/app/admin/_gate/auth-options"
import { gate } from "@/app/admin/_gate/gate"
import { personOfCookies } from "@/app/admin/_gate/session"
import { verifyFile } from "@/lib/audit"
import { endSession, listSessions, startSession } from "@/lib/session"
import { as, people } from "@/tests/support/people"

/** A provider as the portal asks it: what it says of whoever holds the token. */
const provider = { status: 200, claims: {} as Record<string, unknown>, asked: 0 }
let server: Server

const json = (value: unknown) => JSON.stringify(value)

beforeAll(async () => {
  server = createServer((request, response) => {
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`
    if (request.url?.startsWith("/.well-known"))
      return response.end(json({ token_endpoint: `${origin}/token`, userinfo_endpoint: `${origin}/me` }))
    if (request.url === "/me") return response.end(json(provider.claims))
    provider.asked += 1
    response.statusCode = provider.status
    return response.end(provider.status === 200 ? json({ access_token: "a" }) : "{}")
  }).listen(0, "127.0.0.1")
  await new Promise((resolve) => server.once("listening", resolve))
  process.env.OIDC_ISSUER = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
beforeEach(() => {
  Object.assign(provider, {
    status: 200,
    claims: { sub: "mei", name: "Mei", roles: ["moderator"] },
    asked: 0,
  })
})

const start = Date.parse("2026-11-26T08:00:00.000Z")
const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString()

/** The cookie of somebody who signed in at the start. */
const signedIn = async (person = people.mei) => {
  const { sessionId } = await startSession(gate(at(0)), { person })
  const token = { sub: person.id, sessionId, refreshToken: "refresh", until: Date.now() / 1000 + 3600 }
  const value = await encode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" })
  return { sessionId, jar: { "next-auth.session-token": value } }
}

describe("a session", () => {
  it("names who signed in, without asking the provider, for four minutes", async () => {
    const { jar } = await signedIn()
    expect(await personOfCookies(jar, at(3.9))).toEqual(people.mei)
    expect(provider.asked).toBe(0)
  })

  it("takes over the roles that the provider tells by then: one taken away is gone within five minutes", async () => {
    const { jar } = await signedIn()
    provider.claims = { sub: "mei", name: "Mei Two", roles: ["publisher"] }
    expect(await personOfCookies(jar, at(4.1))).toMatchObject({ name: "Mei Two", roles: ["publisher"] })
    expect(await personOfCookies(jar, at(8))).toMatchObject({ roles: ["publisher"] })
    expect(provider.asked).toBe(1)
    provider.claims = { sub: "mei", roles: ["agency-officer"], authority: "mps" }
    expect(await personOfCookies(jar, at(8.2))).toMatchObject({
      roles: ["agency-officer"],
      authorityId: "mps",
    })
    provider.claims = { sub: "mei", roles: ["moderator"], authority: "mps" }
    expect(await personOfCookies(jar, at(12.4))).not.toHaveProperty("authorityId")
  })

  it.each([
    ["nobody has a role any more", () => Object.assign(provider, { claims: { sub: "mei", roles: [] } })],
    ["the provider knows the sign-in no more", () => Object.assign(provider, { status: 400 })],
    [
      "another person is told",
      () => Object.assign(provider, { claims: { sub: "bo", roles: ["moderator"] } }),
    ],
  ])("ends for good when %s", async (_, change) => {
    const { jar } = await signedIn()
    change()
    expect(await personOfCookies(jar, at(4.1))).toBeUndefined()
    Object.assign(provider, { status: 200, claims: { sub: "mei", roles: ["moderator"] } })
    expect(await personOfCookies(jar, at(4.2))).toBeUndefined()
  })

  it("is worth nothing after five minutes of a silent provider, and goes on when that is back", async () => {
    const { jar } = await signedIn()
    provider.status = 503
    expect(await personOfCookies(jar, at(4.9))).toEqual(people.mei)
    expect(await personOfCookies(jar, at(5))).toBeUndefined()
    provider.status = 200
    expect(await personOfCookies(jar, at(6))).toMatchObject({ roles: ["moderator"] })
  })

  it("ends eight hours after the sign-in, however often it was used", async () => {
    const { jar } = await signedIn()
    expect(await personOfCookies(jar, at(479))).toBeDefined()
    expect(await personOfCookies(jar, at(480))).toBeUndefined()
  })

  it("that was signed out is gone for every copy of its cookie", async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    const copy = { ...one.jar }
    const signOut = authOptions().events?.signOut
    await signOut?.({ token: { sessionId: one.sessionId }, session: undefined as never })
    expect(await personOfCookies(copy, at(1))).toBeUndefined()
    expect(await personOfCookies(other.jar, at(1))).toEqual(people.mei)
  })

  it("is listed and ended by an administrator, on record, and by nobody else", async () => {
    const { sessionId, jar } = await signedIn(people.bo)
    const listed = await listSessions(as("auditor", at(1)), {})
    expect(listed.find((one) => one.sessionId === sessionId)).toMatchObject({
      name: "Bo",
      roles: ["moderator"],
    })
    for (const name of ["mei", "auditor", "cai", "pia", "officer"] as const)
      await expect(endSession(as(name), { sessionId })).rejects.toMatchObject({ code: "forbidden" })
    await endSession(as("administrator"), { sessionId })
    expect(await personOfCookies(jar, at(1))).toBeUndefined()
    await expect(endSession(as("administrator"), { sessionId })).rejects.toMatchObject({ reason: "session" })
    const again = await signedIn(people.bo)
    await endSession(as("administrator"), { sessionId: again.sessionId })
    expect(await verifyFile(as("auditor"), { file: "person#bo" })).toEqual({ events: 2, faults: [] })
  })

  it("that is ended while the provider is asked stays ended", async () => {
    const { sessionId, jar } = await signedIn()
    const asked = personOfCookies(jar, at(4.5))
    await endSession(as("administrator"), { sessionId })
    await asked
    expect(await personOfCookies(jar, at(4.6))).toBeUndefined()
  })
})
