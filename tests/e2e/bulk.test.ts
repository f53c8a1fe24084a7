import { request } from "node:http"
import { expect, it } from "vitest"
import { aHolder, aReport } from "@/tests/support/holder"
import { portal } from "@/tests/support/portal/portal"

const { siteUrl } = await portal()
const address = new URL("/api/v1/tips:bulk", siteUrl)
const type = "application/x-ndjson"

const statusesOf = (text: string): string[] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line).status)

/** Sends the beginning of a batch and tears the line once the first answers came. */
const tear = (key: string, body: string) =>
  new Promise<void>((resolve) => {
    const call = request(address, {
      method: "POST",
      headers: { "content-type": type, authorization: `Bearer ${key}` },
    })
    call.on("response", (response) =>
      response
        .once("data", () => call.destroy())
        .on("error", () => undefined)
        .on("close", resolve),
    )
    call.on("error", () => undefined)
    call.write(body)
  })

it.each(["tips:bulk", "tips%3Abulk", "tips%3abulk"])(
  "takes a batch at %s, and none without a key",
  async (path) => {
    const { key } = await aHolder("colon-films")
    const post = (headers: Record<string, string>) =>
      fetch(new URL(`/api/v1/${path}`, siteUrl), {
        method: "POST",
        headers: { "content-type": type, ...headers },
        body: JSON.stringify(aReport(path)),
      })
    expect((await post({})).status).toBe(401)
    const response = await post({ authorization: `Bearer ${key}` })
    expect(response.headers.get("content-type")).toBe(type)
    expect(statusesOf(await response.text())).toEqual(["created"])
  },
)

it("answers while a batch is on its way; torn and sent again whole, nothing is taken twice", async () => {
  const { key } = await aHolder("torn-films")
  const lines = Array.from({ length: 60 }, (_, at) => `${JSON.stringify(aReport(`torn-${at}`))}\n`)
  await tear(key, lines.slice(0, 30).join(""))
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": type, authorization: `Bearer ${key}` },
    body: lines.join(""),
  })
  const statuses = statusesOf(await response.text())
  expect(statuses).toHaveLength(60)
  expect(statuses[0]).toBe("exists")
  expect(new Set(statuses.slice(30))).toEqual(new Set(["created"]))
})
