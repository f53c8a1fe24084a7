import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { GET as ready } from "@/app/api/health/ready/route"
import { GET as health } from "@/app/api/health/route"
import { POST as lookup } from "@/app/api/v1/receipts/lookup/route"
import { POST as announce } from "@/app/api/v1/tips/[tipId]/evidence/route"
import { POST as submit } from "@/app/api/v1/tips/route"
import { call } from "@/tests/support/app/call"
import { description, expectToMatch } from "@/tests/support/app/description"
import { aTip } from "@/tests/support/factory"

/** What belongs to the machinery, not to the API: sign-in, the pipeline's own calls, the description, what is none. */
const undescribed = /^\/api\/(auth|internal|openapi\.json|\[\.\.\.rest\])/

const routes = readdirSync("app/api", { recursive: true, encoding: "utf8" })
  .filter((name) => /(^|\/)route\.tsx?$/.test(name))
  .flatMap((name) => {
    const source = readFileSync(`app/api/${name}`, "utf8")
    const path = `/api/${name.replace(/\/?route\.tsx?$/, "").replaceAll(/\[(\w+)\]/g, "{$1}")}`
      // As next.config.ts rewrites it.
      .replace("/tips-bulk", "/tips:bulk")
    return [...source.matchAll(/export const (GET|POST|PUT|DELETE|PATCH) /g)].map(
      ([, method = ""]) => `${method} ${path}`,
    )
  })
  .filter((line) => !undescribed.test(line.split(" ")[1] ?? ""))
  .sort()

describe("/api/openapi.json", () => {
  it("describes every route there is, and none that there is not", () => {
    const described = Object.entries<Record<string, unknown>>(description.paths).flatMap(
      ([path, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(described.sort()).toEqual(routes)
  })

  it("describes what is answered to a tip, its evidence and its receipt", async () => {
    const tip = await call(submit, "/api/v1/tips", {
      body: aTip({ evidence: [{ name: "a.png", sizeBytes: 1 }] }),
    })
    expectToMatch(tip.json, "/api/v1/tips", "post", 201)
    const { number, code } = tip.json.receipt
    const more = await call(announce, "/", {
      params: { tipId: tip.json.tipId },
      headers: { authorization: `Receipt ${number}:${code}` },
      body: { evidence: [{ name: "b.pdf", sizeBytes: 2 }] },
    })
    expectToMatch(more.json, "/api/v1/tips/{tipId}/evidence", "post", 201)
    const timeline = await call(lookup, "/", { body: { number, code } })
    expectToMatch(timeline.json, "/api/v1/receipts/lookup", "post", 200)
  })

  it("describes the problems", async () => {
    const problem = "application/problem+json"
    const invalid = await call(submit, "/", { body: {} })
    expectToMatch(invalid.json, "/api/v1/tips", "post", 422, problem)
    const unknown = await call(lookup, "/", { body: { number: "1", code: "1" } })
    expectToMatch(unknown.json, "/api/v1/receipts/lookup", "post", 404, problem)
  })

  it("describes the answers about health", async () => {
    expectToMatch((await call(health, "/api/health")).json, "/api/health", "get", 200)
    const readiness = await call(ready, "/api/health/ready")
    expect(readiness.json).toEqual({
      status: "ready",
      stores: { table: "reachable", bucket: "reachable" },
      schema: "current",
    })
    expectToMatch(readiness.json, "/api/health/ready", "get", 200)
  })
})
