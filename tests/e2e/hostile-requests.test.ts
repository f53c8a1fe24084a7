import { request as ask } from "node:http"
import { describe, expect, it } from "vitest"
import { portal } from "@/tests/support/portal/portal"

const { siteUrl } = await portal()

/** Sends an address as it is written, which `fetch` would put right. */
const send = (path: string, method = "GET", headers: Record<string, string> = {}, body = "") =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(siteUrl)
      const sent = ask({ hostname, port, path, method, headers }, (response) => {
        let text = ""
        response.setEncoding("utf8")
        response.on("data", (chunk: string) => {
          text += chunk
        })
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      })
      sent.on("error", reject).end(body)
    },
  )

const long = "a".repeat(3_000)
const action = { "next-action": "7f00", "content-type": "text/plain" }

describe("a request that no browser sends", () => {
  const requests: [path: string, method?: string, headers?: Record<string, string>, body?: string][] = [
    ["/zh/%E0%A4%A"],
    ["/%"],
    ["/en/%zz"],
    ["/404"],
    ["/500"],
    ["/_error"],
    ["/admin/tips/%E0%A4%A"],
    ["/api/v1/campaigns/%E0%A4%A"],
    ["/api/v1/notices/%"],
    [`/zh/notices/${long}`],
    [`/en/campaigns/${long}`],
    [`/api/v1/notices/${long}`],
    ["/admin/sign-in?to=/admin%0d%0aX-Evil:1"],
    ["/api/auth/signin?callbackUrl=%0d%0aX-Evil:1"],
    ["/zh", "TRACE"],
    ["/api/v1/notices", "TRACE"],
    ["/admin/tips", "POST", { ...action, origin: "https://evil.example" }, "[]"],
    ["/admin/sign-in", "POST", { ...action, origin: "null" }, "[]"],
    ["/admin/sign-in", "POST", action, "[]"],
  ]

  it("is refused in a form of our own", async () => {
    for (const [path, method, headers, body] of requests) {
      const { status, headers: answered, text } = await send(path, method, headers, body)
      const told = `${method ?? "GET"} ${path.slice(0, 60)}: ${status}`
      expect(Math.floor(status / 100), told).toBe(4)
      expect(answered["x-content-type-options"], told).toBe("nosniff")
      expect(answered["x-evil"], told).toBeUndefined()
      expect(text, told).not.toMatch(/\bat .+:\d+:\d+|node_modules/)
    }
  })
})
