import { get, type IncomingHttpHeaders } from "node:http"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { publicRoutes, routesOf } from "@/tests/support/browser/routes"
import { submitted } from "@/tests/support/factory"
import { portal } from "@/tests/support/portal/portal"

const { siteUrl } = await portal()

/** The cookies of somebody who fills in a report and follows another one. */
const cookiesOf = async (locale: string) => {
  const { receipt } = await submitted()
  const { number, code } = receipt
  const forms = { "/report/kind": { category: "music" }, "/follow": { number, code } }
  const answers = await Promise.all(
    Object.entries(forms).map(([path, fields]) =>
      fetch(`${siteUrl}/${locale}${path}`, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams(fields),
      }),
    ),
  )
  const cookies = answers.flatMap(({ headers }) => headers.getSetCookie()).map((line) => line.split(";", 1))
  return { cookie: cookies.join("; ") }
}

type Headers = Readonly<Record<string, string>>
type Wire = { headers: IncomingHttpHeaders; bytes: Buffer }

/** An answer as it goes over the wire. */
const wire = (path: string, headers: Headers) =>
  new Promise<Wire>((resolve, reject) => {
    get(new URL(path, siteUrl), { headers }, async (response) => {
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part)
      resolve({ headers: response.headers, bytes: Buffer.concat(parts) })
    }).on("error", reject)
  })

const decoders = { gzip: gunzipSync, br: brotliDecompressSync } as const

/** Without what is signed anew for each answer. */
const lasting = (bytes: Buffer) => bytes.toString().replaceAll(/ value="[^"]*"/g, "")

/** How an answer fails to be the same, compressed; a small one may go as it is. */
const faultsAt = async (path: string, given: Headers = {}) => {
  const plain = await wire(path, { ...given, "accept-encoding": "identity" })
  const faults = plain.headers["content-encoding"] ? [`${path} is compressed for who did not ask`] : []
  for (const [name, decode] of Object.entries(decoders)) {
    const { headers, bytes } = await wire(path, { ...given, "accept-encoding": name })
    const isCompressed = headers["content-encoding"] === name
    if (!isCompressed && plain.bytes.length > 1_024) faults.push(`${path} goes out as it is, not as ${name}`)
    if (isCompressed && lasting(decode(bytes)) !== lasting(plain.bytes))
      faults.push(`${path} is another as ${name}`)
    if (isCompressed && !/\baccept-encoding\b/i.test(headers.vary ?? ""))
      faults.push(`${path} does not say that it varies`)
  }
  return faults
}

describe.each(["zh", "en"])("below /%s", (locale) => {
  it("every page goes out compressed to who can read that, the same as to others", async () => {
    const cookies = await cookiesOf(locale)
    const faults: string[] = []
    for (const path of routesOf("[locale]").flatMap((route) => publicRoutes[route] ?? []))
      faults.push(...(await faultsAt(`/${locale}${path}`, cookies)))
    expect(faults).toEqual([])
  })
})

it.each([
  ["/zh/notices/feed.xml"],
  ["/zh/notices/no-such-notice"],
  ["/en/campaigns/no-such-campaign"],
  ["/api/openapi.json"],
  ["/api/v1/campaigns"],
  ["/api/v1/campaigns/jianwang-2017"],
  ["/api/v1/campaigns/jianwang-2017/figures"],
  ["/api/v1/campaigns/jianwang-2017/figures", "text/csv"],
  ["/api/v1/campaigns/jianwang-2017/figures.csv"],
  ["/api/v1/notices"],
  ["/api/v1/notices/jianwang-2017-results"],
])("so does %s (%s)", async (path, accept = "*/*") => {
  expect(await faultsAt(path, { accept })).toEqual([])
})
