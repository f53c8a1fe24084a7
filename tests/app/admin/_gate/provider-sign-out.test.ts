import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, expect, it, vi } from "vitest"
import { providerSignOut } from "@/app/admin/_gate/provider-sign-out"

const back = `${process.env.SITE_URL}/admin/sign-in?ended=1`

/** A provider that publishes this of itself. */
const publishing = async (more: object) => {
  const server = createServer((_request, response) => {
    const base = { token_endpoint: "https://op.example/token", userinfo_endpoint: "https://op.example/me" }
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ...base, ...more }))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  vi.stubEnv("OIDC_ISSUER", `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return () => new Promise((resolve) => server.close(resolve).closeAllConnections())
}
afterEach(() => vi.unstubAllEnvs())

it("is at the address that the provider publishes", async () => {
  const close = await publishing({ end_session_endpoint: "https://op.example/end" })
  const url = new URL((await providerSignOut()) ?? "")
  expect(url.origin + url.pathname).toBe("https://op.example/end")
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: "portal",
    post_logout_redirect_uri: back,
  })
  await close()
})

it("is at Cognito's own address, which Cognito does not publish", async () => {
  const close = await publishing({})
  vi.stubEnv("OIDC_SIGN_IN_URL", "https://staff.auth.example")
  const url = new URL((await providerSignOut()) ?? "")
  expect(url.origin + url.pathname).toBe("https://staff.auth.example/logout")
  expect(Object.fromEntries(url.searchParams)).toEqual({ client_id: "portal", logout_uri: back })
  await close()
})

it("is left out where the provider does not answer: the portal's own session is over all the same", async () => {
  vi.stubEnv("OIDC_ISSUER", "http://127.0.0.1:9")
  expect(await providerSignOut()).toBeUndefined()
})
