import { describe, expect, it } from "vitest"
import { POST as submit } from "@/app/api/v1/tips/route"
import { call } from "@/tests/support/app/call"
import { handlersAt, routeAddresses } from "@/tests/support/app/routes"
import { postBatch } from "@/tests/support/app/send-batch"
import { aTip } from "@/tests/support/factory"

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const
/** Where nothing is, next-auth answers, or a handler reads its request from Next alone. */
const excepted = ["/[locale]/[...rest]", "/api/[...rest]", "/api/auth/[...nextauth]"]
const addresses = routeAddresses.filter((one) => !excepted.includes(one) && !one.startsWith("/admin"))
const params = {
  locale: "zh",
  step: "kind",
  slug: "none",
  tipId: "x",
  evidenceId: "x",
  number: "1",
  id: "x",
  eid: "x",
}

describe.each(addresses)("%s", (address) => {
  const isPage = address.startsWith("/[locale]")
  it("refuses each method that it does not have by name, and says which it has", async () => {
    const handlers = await handlersAt(address)
    const ask = (method: string) =>
      handlers[method]?.(new Request("http://localhost:3000/x", { method }), {
        params: Promise.resolve(params),
      })
    const answered = await Promise.all(
      methods.map(async (method) => ({ method, response: await ask(method) })),
    )
    const refused = answered.filter(({ response }) => response?.status === 405)
    expect(refused.length).toBeGreaterThan(0)
    const taken = methods.filter((method) => !refused.some((one) => one.method === method))
    for (const { response } of refused) {
      expect(response?.headers.get("content-type")).toMatch(
        isPage ? /^text\/html/ : /^application\/problem\+json$/,
      )
      if (isPage) expect(await response?.text()).toContain("此地址不接受这种请求方法")
      for (const method of taken) expect(response?.headers.get("allow")).toContain(method)
      expect(response?.headers.get("x-request-id")).toMatch(/^req_/)
    }
    const asked = await ask("OPTIONS")
    expect(asked?.status).toBe(204)
    expect(asked?.headers.get("allow")?.split(", ")).toEqual([
      ...taken,
      ...(taken.includes("GET") ? ["HEAD"] : []),
      "OPTIONS",
    ])
  })
})

it("lets other origins ask for public data again, and read what they need for that", async () => {
  const { GET, OPTIONS } = await handlersAt("/api/v1/campaigns")
  const given = { params: Promise.resolve({}) }
  const asked = await OPTIONS?.(
    new Request("http://localhost:3000/api/v1/campaigns", { method: "OPTIONS" }),
    given,
  )
  expect(asked?.status).toBe(204)
  expect(asked?.headers.get("access-control-allow-headers")).toContain("if-none-match")
  expect(asked?.headers.get("access-control-allow-origin")).toBe("*")
  const response = await GET?.(new Request("http://localhost:3000/api/v1/campaigns"), given)
  expect(response?.headers.get("access-control-expose-headers")).toMatch(/etag.*x-request-id/)
})

it.each(["gzip", "br", "deflate", "GZIP"])("refuses a body in %s as what it is", async (encoding) => {
  const headers = { "content-encoding": encoding }
  const { status, json } = await call(submit, "/api/v1/tips", { headers, body: aTip() })
  expect(status).toBe(415)
  expect(json.type).toBe("urn:sword-net:problem:encoded-body")
  expect((await postBatch("key_none", "x", undefined, headers)).status).toBe(401)
})

it.each([
  ["*", "en"],
  ["*;q=0.5", "en"],
  [" ", "en"],
  ["zh-CN,*;q=0.1", "zh"],
  ["en-GB", "en"],
  ["fr, *", "zh"],
])("speaks, to a wish for %j, %s", async (wished, language) => {
  const headers = { "accept-language": wished }
  const { response } = await call(submit, "/api/v1/tips", { headers, body: {} })
  expect(response.headers.get("content-language")).toBe(language)
})

it.each([
  [
    "sizeBytes",
    { evidence: [{ name: "a.png", sizeBytes: "12" }] },
    "#/evidence/0/sizeBytes",
    /whole number|number/,
  ],
  ["targets", { targets: "https://a.example/" }, "#/targets", /list/],
  ["description", { description: 12 }, "#/description", /text/],
  ["work", { work: ["a"] }, "#/work", /text/],
])("says of %s in words what it should be", async (_name, change, pointer, words) => {
  const { json } = await call(submit, "/api/v1/tips", { body: { ...aTip(), ...change } })
  const error = json.errors.find((one: { pointer: string }) => one.pointer === pointer)
  expect(error.message).toMatch(words)
  expect(error.message).not.toMatch(/\bint\b|type/)
})
