import { describe, expect, it } from "vitest"
import { handlersAt, routeAddresses } from "@/tests/support/app/routes"

const unsafeMethods = ["POST", "PUT", "PATCH", "DELETE"]

/** What is authorised by other means than a cookie of ours alone. */
const otherwise: Readonly<Record<string, string>> = {
  "/[locale]/follow/news/stop": "by the key in its address, which a mail program sends (RFC 8058)",
  "/[locale]/[...rest]": "nothing is there, whatever is sent",
  "/api/auth/[...nextauth]": "by the token of next-auth's own forms",
}

const doors = (
  await Promise.all(
    routeAddresses.map(async (address) => {
      const handlers = await handlersAt(address)
      return unsafeMethods.flatMap((method) => {
        const handler = handlers[method]
        return handler ? [{ address, method, handler }] : []
      })
    }),
  )
).flat()

const params = { locale: "en", step: "kind", tipId: "tip_none", evidenceId: "evd_none" }
const bodies: Readonly<Record<string, BodyInit>> = {
  "application/x-www-form-urlencoded": "category=music&idempotencyKey=0123456789abcdef",
  "multipart/form-data; boundary=x": '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
  "text/plain": '{"number":"7k3m-9qx2-abcd","code":"x"}',
}

/** What a page of another site can make a browser send without being asked first (CORS). */
const sentFrom = (address: string, method: string, origin: Record<string, string>, type: string) =>
  new Request(`http://localhost:3000${address.replaceAll(/\[(\.\.\.)?(\w+)\]/g, "x")}`, {
    method,
    headers: { ...origin, "content-type": type },
    body: bodies[type] ?? "",
  })

describe("what another site sends in a visitor's name", () => {
  it.each([
    ["a stranger", { "sec-fetch-site": "cross-site", origin: "https://stranger.example" }],
    ["a neighbour under the same domain", { "sec-fetch-site": "same-site" }],
    ["a stranger, from an older browser", { origin: "https://stranger.example" }],
    ["a page that hides where it is from", { origin: "null" }],
  ])("is refused by every route of the app: %s", async (_, origin) => {
    const open: string[] = []
    for (const { address, method, handler } of doors.filter((door) => !(door.address in otherwise)))
      for (const type of Object.keys(bodies)) {
        const answer = await handler(sentFrom(address, method, origin, type), {
          params: Promise.resolve(params),
        })
        // The API takes JSON alone, or asks for a key or a receipt in a header that only a program sends. It answers
        // 405 for what an address does not have.
        const refusals = address.startsWith("/[locale]/") ? [403] : [401, 403, 405, 415]
        const isRefused = refusals.includes(answer.status) && answer.headers.getSetCookie().length === 0
        if (!isRefused) open.push(`${method} ${address} as ${type}: ${answer.status}`)
      }
    expect(open, "routes without a check of where a request comes from").toEqual([])
  })

  it("is tried at the forms and the API alike, and nothing is excepted that is not there", () => {
    const addresses = doors.map(({ address }) => address)
    for (const known of ["/[locale]/follow", "/[locale]/report/[step]", "/api/v1/tips"])
      expect(addresses).toContain(known)
    for (const excepted of Object.keys(otherwise)) expect(addresses).toContain(excepted)
  })
})
