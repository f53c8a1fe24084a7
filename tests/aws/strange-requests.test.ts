// What Next loads only for requests that no visitor makes: the function lacks what it does not need, and must not lack
// what a stranger can have it load.
import { afterAll, beforeAll, expect, it } from "vitest"
import { startWorld } from "@/tests/support/aws/world/world"

type World = Awaited<ReturnType<typeof startWorld>>
let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const flight = "next-router-state-tree"

/** Headers and cookies by which Next tells its own kinds of requests apart. */
const headers: readonly Readonly<Record<string, string>>[] = [
  {},
  { cookie: "__prerender_bypass=x; __next_preview_data=a.b.c" },
  { cookie: "next-auth.session-token=x; next-auth.csrf-token=y" },
  { rsc: "1" },
  { rsc: "1", [flight]: encodeURIComponent(JSON.stringify(["", {}])) },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { "next-action": "0123456789abcdef0123456789abcdef01234567" },
  { "x-prerender-revalidate": "x" },
  { "x-nextjs-data": "1" },
  { "x-matched-path": "/admin", "x-now-route-matches": "1=x" },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { "x-middleware-prefetch": "1", purpose: "prefetch" },
  { "accept-encoding": "x", "content-encoding": "gzip" },
  { accept: "text/x-component" },
  { "sec-fetch-site": "cross-site", origin: "https://stranger.example" },
]

const paths = [
  "/zh",
  "/zh/report",
  "/zh/no-such-page",
  "/admin",
  "/admin/sign-in",
  "/admin/no-such-page",
  "/api/health",
  "/api/auth/session",
  "/api/auth/callback/oidc",
  "/_next/image?url=%2Fassets%2Fsite.css&w=64&q=75",
  "/_next/image?url=https%3A%2F%2Fstranger.example%2Fa.png&w=64&q=75",
  "/_next/data/x/zh.json",
  "/_next/static/chunks/no-such-chunk.js",
  "/__nextjs_original-stack-frame",
  "/_error",
  "/404",
  "/500",
  "/zh/%c0",
  "/admin/tips/%E0%A4%A",
  "/api/v1/notices/%zz",
  "/.well-known/x",
]

it.each(["GET", "POST", "OPTIONS"])("a strange %s is no fault, whatever it has Next load", async (method) => {
  const faults: string[] = []
  for (const path of paths)
    for (const sent of headers) {
      const { status } = await fetch(world.siteUrl + path, { method, headers: sent, redirect: "manual" })
      if (status >= 500) faults.push(`${path} ${JSON.stringify(sent)}: ${status}`)
    }
  expect(faults).toEqual([])
  expect(world.log()).not.toContain("Cannot find module")
  expect(world.log()).not.toContain("MODULE_NOT_FOUND")
})
