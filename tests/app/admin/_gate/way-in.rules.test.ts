import { NextRequest } from "next/server"
import { encode } from "next-auth/jwt"
import { describe, expect, it } from "vitest"
import { consolePolicy } from "@/app/admin/_gate/console-policy"
import { sealedIn } from "@/app/admin/_gate/sealed-cookie"
import { safeReturn } from "@/app/admin/_gate/sign-in"
import { homeOf, sectionsOf } from "@/app/admin/_ui/shell/sections"
import { proxy } from "@/proxy"
import { people } from "@/tests/support/people"

const secret = process.env.NEXTAUTH_SECRET ?? ""
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600
const jarOf = async (token: Record<string, unknown>, key = secret) => ({
  "next-auth.session-token": await encode({ token, secret: key, maxAge: 3600 }),
})

describe("the session's cookie", () => {
  const named = { sessionId: "a-session-of-the-test", refreshToken: "refresh" }

  it("names the session it was sealed for", async () => {
    expect(await sealedIn(await jarOf({ ...named, sub: "mei", until: inAnHour() }))).toEqual(named)
  })

  it("names none when sealed with another key, past its end, without an end or a session, or altered", async () => {
    const token = { ...named, sub: "mei", until: inAnHour() }
    const good = await jarOf(token)
    expect(await sealedIn(await jarOf(token, "another-secret"))).toBeUndefined()
    expect(await sealedIn(await jarOf({ ...token, until: 1 }))).toBeUndefined()
    expect(await sealedIn(await jarOf({ ...token, until: undefined }))).toBeUndefined()
    // As versions before sealed it, with the roles in the cookie.
    const before = { sub: "mei", roles: ["administrator"], until: inAnHour() }
    expect(await sealedIn(await jarOf(before))).toBeUndefined()
    const altered = `${good["next-auth.session-token"]?.slice(0, -2)}xx`
    expect(await sealedIn({ "next-auth.session-token": altered })).toBeUndefined()
    expect(await sealedIn({})).toBeUndefined()
  })
})

describe("the way back after signing in", () => {
  it.each([
    ["/admin", "/admin"],
    ["/admin/tips/tip_1?x=1", "/admin/tips/tip_1?x=1"],
    ["https://evil.example/admin", "/admin"],
    ["//evil.example", "/admin"],
    ["/admin.evil.example", "/admin"],
    ["/administrator", "/admin"],
    ["/admin/sign-in?error=x", "/admin"],
    [undefined, "/admin"],
  ])("from %s is %s", (asked, led) => {
    expect(safeReturn(asked)).toBe(led)
  })
})

describe("the console's policy", () => {
  it("runs no script without its nonce and sends forms nowhere but here and to the provider", () => {
    const policy = consolePolicy("n0nce", ["http://localhost:3003/path", undefined], false)
    expect(policy).toContain("script-src 'nonce-n0nce' 'strict-dynamic';")
    expect(policy).toContain("form-action 'self' http://localhost:3003;")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe/)
  })

  it("lets the form of the sign-in go on where people sign in, which Cognito has on another host", () => {
    const provider = ["https://cognito-idp.eu.example/pool", "https://staff.auth.eu.example"]
    expect(consolePolicy("n0nce", provider, false)).toContain(
      "form-action 'self' https://cognito-idp.eu.example https://staff.auth.eu.example;",
    )
  })
})

describe("the first gate", () => {
  const answerTo = (path: string) => proxy(new NextRequest(`http://localhost:3000${path}`))

  it.each([
    "/admin",
    "/admin/people",
    "/admin/preview",
    "/admin/tips/x/preview",
    "/admin/tips/x/evidence/y/preview",
  ])("gives %s a policy, to whoever is signed in and whoever is not", async (path) => {
    const policy = (await answerTo(path)).headers.get("content-security-policy")
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    const token = { sessionId: "a-session-of-the-test", refreshToken: "refresh", until: inAnHour() }
    const cookie = Object.entries(await jarOf(token)).map(([name, value]) => `${name}=${value}`)
    const request = new NextRequest(`http://localhost:3000${path}`, { headers: { cookie: cookie.join() } })
    const answer = await proxy(request)
    expect(answer.headers.get("x-middleware-next")).toBe("1")
    expect(answer.headers.get("content-security-policy")?.includes("sandbox")).toBe(
      path.includes("/evidence/"),
    )
  })
})

describe("what another site sends to the console", () => {
  const sentBy = (headers: Record<string, string>) =>
    proxy(new NextRequest("http://localhost:3000/admin/tips/x", { method: "POST", headers }))

  it.each([
    ["sec-fetch-site", "cross-site"],
    ["sec-fetch-site", "same-site"],
    ["origin", "https://stranger.example"],
  ])("goes to a route that refuses it: %s %s", async (name, value) => {
    const answer = await sentBy({ [name]: value })
    expect(answer.headers.get("x-middleware-rewrite")).toBe("http://localhost:3000/api/refused")
  })

  it("is the console's own by any other sign", async () => {
    for (const [name, value] of [
      ["sec-fetch-site", "same-origin"],
      ["origin", "http://localhost:3000"],
    ] as const)
      expect((await sentBy({ [name]: value })).headers.get("x-middleware-next")).toBe("1")
  })
})

describe("the sections", () => {
  it.each([
    [
      "mei",
      "/admin",
      ["queue", "cases", "campaigns", "authorities", "people", "numbers", "settings", "health"],
    ],
    ["officer", "/admin/referrals", ["referrals", "campaigns", "authorities", "people", "health"]],
    ["pia", "/admin/notices", ["ledger", "notices", "campaigns", "authorities", "people", "health"]],
    [
      "auditor",
      "/admin",
      [
        "queue",
        "cases",
        "referrals",
        "objections",
        "rewards",
        "ledger",
        "notices",
        "campaigns",
        "authorities",
        "people",
        "numbers",
        "settings",
        "audit",
        "health",
      ],
    ],
  ] as const)("of %s begin at %s and show what the role can use", (name, home, keys) => {
    expect(homeOf(people[name])).toBe(home)
    expect(sectionsOf(people[name]).map(({ key }) => key)).toEqual(keys)
  })
})
