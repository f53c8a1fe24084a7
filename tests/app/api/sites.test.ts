import { beforeAll, describe, expect, it } from "vitest"
import { GET } from "@/app/api/v1/sites/route"
import { call } from "@/tests/support/app/call"
import { enforcementWorld } from "@/tests/support/case"
import { aHolder } from "@/tests/support/holder"
import { aListedSite } from "@/tests/support/listed"

let key = ""
const ask = (query = "", headers: Record<string, string> = {}) =>
  call(GET, `/api/v1/sites${query}`, { headers: { authorization: `Bearer ${key}`, ...headers } })

beforeAll(async () => {
  await enforcementWorld()
  await aListedSite("api-list.example")
  key = (await aHolder("payments", ["sites:read"])).key
})

describe("GET /api/v1/sites", () => {
  it("gives the list as JSON to the holder of a key alone, and asked again, nothing", async () => {
    const { response, json } = await ask()
    expect(response.status).toBe(200)
    expect(json.sites).toMatchObject([
      { site: "api-list.example", status: "listed", campaign: "demo-2026", outcome: "penalised" },
    ])
    expect(response.headers.get("cache-control")).toBe("private, no-cache")
    const again = await ask("", { "if-none-match": response.headers.get("etag") ?? "" })
    expect(again.status).toBe(304)
  })

  it("gives it as CSV, with a mark for spreadsheets and CRLF", async () => {
    const { response } = await ask("", { accept: "text/csv" })
    const text = Buffer.from(await response.arrayBuffer()).toString()
    expect(text.startsWith("\ufeffsite,name,status,listedAt,removedAt,campaign,outcome,demo\r\n")).toBe(true)
    expect(text).toContain("api-list.example,,listed,")
  })

  it.each([
    ["?since=yesterday", 422],
    ["?since=2026-01-01T00:00:00%2B08:00", 200],
    ["?since=2199-01-01T00:00:00Z", 200],
  ])("reads what has changed since: %s", async (query, status) => {
    expect((await ask(query)).status).toBe(status)
  })

  it.each([
    ["no key", {}, 401],
    ["a wrong key", { authorization: "Bearer key_0000000000000000_000000000000000000000000" }, 401],
  ])("refuses %s", async (_, headers: Record<string, string>, status) => {
    const answer = await call(GET, "/api/v1/sites", { headers })
    expect(answer.status).toBe(status)
    expect(answer.response.headers.get("content-type")).toBe("application/problem+json")
  })
})
