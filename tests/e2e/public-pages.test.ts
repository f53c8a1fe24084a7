import { get, type IncomingHttpHeaders } from "node:http"
import { gunzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { portal } from "@/tests/support/portal/portal"
import { publicPages } from "@/tests/support/public-pages"

const { siteUrl } = await portal()

type Wire = { status: number; headers: IncomingHttpHeaders; bytes: Buffer }

/** An answer as it goes over the wire. */
const wire = (path: string) =>
  new Promise<Wire>((resolve, reject) => {
    get(new URL(path, siteUrl), { headers: { "accept-encoding": "gzip" } }, async (response) => {
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part)
      resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) })
    }).on("error", reject)
  })

describe.each(publicPages)("%s", (path) => {
  it("is a document that runs no script, and with its style is under 30 kB", async () => {
    const { status, headers, bytes } = await wire(path)
    expect(status).toBe(200)
    expect(headers["content-security-policy"]).toContain(
      "default-src 'none'; script-src 'none'; style-src 'self'",
    )
    expect(headers["cache-control"]).toMatch(/^public, max-age=0, s-maxage=60, stale-while-revalidate=60\b/)
    expect(headers["x-content-type-options"]).toBe("nosniff")
    expect(headers["content-encoding"]).toBe("gzip")
    const text = gunzipSync(bytes).toString()
    expect(text).not.toContain("<script")
    const [, style = ""] = /<link rel="stylesheet" href="([^"]+)"/.exec(text) ?? []
    const css = await wire(style)
    expect(css.headers["cache-control"]).toContain("immutable")
    expect(bytes.length + css.bytes.length).toBeLessThan(30_000)
  })
})

describe("what does not exist", () => {
  it.each([
    ["/zh/notices/no-such-notice", "页面不存在"],
    ["/en/notices/jianwang-2017-results/v/99", "The page does not exist"],
    ["/en/campaigns/no-such-campaign", "The page does not exist"],
    ["/zh/notices/page/99", "页面不存在"],
    ["/fr/notices", "页面不存在"],
    ["/en/nothing/at/all", "The page does not exist"],
  ])("is a 404 in the reader's language at %s", async (path, words) => {
    const response = await fetch(siteUrl + path)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain(words)
  })
})
