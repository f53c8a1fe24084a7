import type { IncomingHttpHeaders } from "node:http"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { tellOwnAddress } from "@/infra/local/environment/own-address"
import { originOf } from "@/lib/limits"

const socket = { remoteAddress: "127.0.0.1" } as never
const arrived = (headers: IncomingHttpHeaders) => {
  tellOwnAddress({ headers, socket })
  return headers
}
const names = [
  "x-forwarded-for",
  "x-forwarded-host",
  "forwarded",
  "x-real-ip",
  "x-portal-viewer",
  "x-client-ip",
]

describe("the address of a visitor, where nothing stands in front", () => {
  it("is the connection's, whatever the visitor says of it", () => {
    const said = fc.dictionary(fc.constantFrom(...names), fc.string())
    fc.assert(
      fc.property(said, (headers) => {
        expect(arrived({ ...headers, accept: "text/html" })).toEqual({
          accept: "text/html",
          "x-forwarded-for": "127.0.0.1",
        })
      }),
    )
    const now = "2026-11-26T00:00:00.000Z"
    const last = arrived({ "x-forwarded-for": "203.0.113.9, 198.51.100.1" })["x-forwarded-for"]
    expect(originOf(String(last), now)).toBe(originOf("127.0.0.1", now))
  })
})
