import { createHash, randomBytes } from "node:crypto"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createLocalJWKSet, decodeJwt, jwtVerify } from "jose"
import { afterEach, beforeEach, expect, it } from "vitest"
import { freePort } from "@/infra/local/environment/ports"
import { newSecrets } from "@/infra/local/environment/secrets"
import { demoAccounts } from "@/infra/local/openid/accounts"
import { startOpenId } from "@/infra/local/openid/server"
import { cookieBrowser } from "@/tests/support/cookie-browser"

const siteUrl = "http://localhost:3000"
const redirectUri = `${siteUrl}/api/auth/callback/oidc`

let options: Parameters<typeof startOpenId>[0]
let server: Awaited<ReturnType<typeof startOpenId>>

beforeEach(async () => {
  const secrets = await newSecrets()
  const port = await freePort()
  options = {
    port,
    issuer: `http://localhost:${port}`,
    siteUrl,
    clientId: "portal",
    clientSecret: secrets.openIdClientSecret,
    cookieKey: secrets.openIdCookieKey,
    signingKey: secrets.openIdSigningKey,
    databasePath: join(mkdtempSync(join(tmpdir(), "openid-")), "openid.sqlite"),
    accountsPath: join(mkdtempSync(join(tmpdir(), "openid-")), "accounts.json"),
  }
  server = await startOpenId(options)
})
afterEach(() => server.close())

const authorizeUrl = (verifier: string, extra: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    client_id: "portal",
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid email profile",
    state: "s1",
    nonce: "n1",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...extra,
  })
  return `${options.issuer}/auth?${query}`
}

const signIn = async (browser: ReturnType<typeof cookieBrowser>, accountId: string) => {
  const verifier = randomBytes(32).toString("base64url")
  const page = await browser.follow(authorizeUrl(verifier))
  const action = page.text.match(new RegExp(`action="([^"]+/${accountId})"`))?.[1] ?? ""
  const { url } = await browser.post(new URL(action, page.url).href, {}, siteUrl)
  return { page, verifier, code: new URL(url).searchParams.get("code") ?? "" }
}

const tokensFor = async (code: string, verifier: string) => {
  const response = await fetch(`${options.issuer}/token`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`portal:${options.clientSecret}`)}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }),
  })
  return (await response.json()) as {
    id_token: string
    access_token: string
    refresh_token: string
    error?: string
  }
}

it.each(demoAccounts.map(({ id, roles, authority }) => [id, roles, authority] as const))(
  "signs in %s without script, password or consent, with the claims that the portal reads",
  async (id, roles, authority) => {
    const { code, verifier } = await signIn(cookieBrowser(), id)
    const { id_token } = await tokensFor(code, verifier)
    const keys = await (await fetch(`${options.issuer}/jwks`)).json()
    const { payload } = await jwtVerify(id_token, createLocalJWKSet(keys), {
      issuer: options.issuer,
      audience: "portal",
    })
    expect(payload).toMatchObject({ sub: id, nonce: "n1", roles, email: `${id}@portal.example` })
    expect(payload.authority).toBe(authority)
  },
)

it("shows a page in the reader's language that runs no script", async () => {
  const browser = cookieBrowser()
  const page = await browser.follow(authorizeUrl("v".repeat(43)))
  expect(page.response.headers.get("content-security-policy")).toContain("default-src 'none'")
  expect(page.text).toContain('<html lang="zh-Hans">')
  expect(page.text).not.toContain("<script")
  const english = await browser.follow(`${page.url}?lang=en`)
  expect(english.text).toContain('<html lang="en">')
  expect(english.text.match(/<button>/g)).toHaveLength(demoAccounts.length)
})

it("tells by a refresh token which roles an account has by now", async () => {
  const { code, verifier } = await signIn(cookieBrowser(), "moderator-1")
  const { refresh_token } = await tokensFor(code, verifier)
  const claimsNow = async () => {
    const response = await fetch(`${options.issuer}/token`, {
      method: "POST",
      headers: { authorization: `Basic ${btoa(`portal:${options.clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: "refresh_token", refresh_token }),
    })
    const { access_token } = (await response.json()) as { access_token: string }
    const about = await fetch(`${options.issuer}/me`, {
      headers: { authorization: `Bearer ${access_token}` },
    })
    return about.json()
  }
  expect(await claimsNow()).toMatchObject({ roles: ["moderator"] })
  writeFileSync(options.accountsPath ?? "", JSON.stringify({ "moderator-1": { roles: ["publisher"] } }))
  expect(await claimsNow()).toMatchObject({ roles: ["publisher"] })
  writeFileSync(options.accountsPath ?? "", JSON.stringify({ "moderator-1": { roles: [] } }))
  expect(await claimsNow()).toMatchObject({ roles: [] })
})

it("refuses a code without the verifier it was asked for with", async () => {
  const { code } = await signIn(cookieBrowser(), "auditor")
  expect((await tokensFor(code, "x".repeat(43))).error).toBe("invalid_grant")
})

it("refuses another address to come back to, and a request without PKCE", async () => {
  const elsewhere = await cookieBrowser().follow(
    authorizeUrl("v".repeat(43), { redirect_uri: "http://evil.example/" }),
  )
  expect(elsewhere.response.status).toBe(400)
  const { url } = await cookieBrowser().follow(
    authorizeUrl("v".repeat(43)).replace(/&code_challenge.*$/, ""),
    siteUrl,
  )
  expect(new URL(url).searchParams.get("error")).toBe("invalid_request")
})

it("answers nobody who did not begin the sign-in", async () => {
  const page = await cookieBrowser().follow(authorizeUrl("v".repeat(43)))
  const action = page.text.match(/action="([^"]+)"/)?.[1] ?? ""
  const stranger = await fetch(new URL(action, page.url), { method: "POST", redirect: "manual" })
  expect(stranger.status).toBe(400)
})

it("remembers who is signed in over a restart", async () => {
  const browser = cookieBrowser()
  await signIn(browser, "publisher-1")
  await server.close()
  server = await startOpenId(options)
  const { url } = await browser.follow(authorizeUrl("v".repeat(43)), siteUrl)
  expect(new URL(url).searchParams.get("code")).toBeTruthy()
})

it("signs out, so that somebody else can sign in", async () => {
  const browser = cookieBrowser()
  const { code, verifier } = await signIn(browser, "publisher-1")
  const { id_token } = await tokensFor(code, verifier)
  expect(decodeJwt(id_token).sub).toBe("publisher-1")
  const query = new URLSearchParams({
    id_token_hint: id_token,
    post_logout_redirect_uri: `${siteUrl}/admin/sign-in`,
  })
  const page = await browser.follow(`${options.issuer}/session/end?${query}`)
  const action = page.text.match(/action="([^"]+)"/)?.[1] ?? ""
  const xsrf = page.text.match(/name="xsrf" value="([^"]+)"/)?.[1] ?? ""
  const { url } = await browser.post(new URL(action, page.url).href, { xsrf, logout: "yes" }, siteUrl)
  expect(url).toContain("/admin/sign-in")
  const again = await browser.follow(authorizeUrl("v".repeat(43)), siteUrl)
  expect(again.text).toContain("moderator-1@portal.example")
})
