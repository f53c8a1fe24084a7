import { describe, expect, it } from "vitest"
import { POST as complete } from "@/app/api/v1/tips/[tipId]/evidence/[evidenceId]/complete/route"
import { POST as announce } from "@/app/api/v1/tips/[tipId]/evidence/route"
import { POST as submit } from "@/app/api/v1/tips/route"
import { listTips } from "@/lib/tip"
import { call } from "@/tests/support/app/call"
import { aTip } from "@/tests/support/factory"
import { as } from "@/tests/support/people"
import { inspect, send } from "@/tests/support/upload"

const path = "/api/v1/tips"
const submitted = async (change = {}) => (await call(submit, path, { body: aTip(change) })).json
const receiptOf = ({ receipt }: { receipt: { number: string; code: string } }) => ({
  authorization: `Receipt ${receipt.number}:${receipt.code}`,
})
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
)

describe("POST /api/v1/tips", () => {
  it("answers 201 with a receipt and where to send each file", async () => {
    const { status, json, response } = await call(submit, path, {
      body: aTip({ evidence: [{ name: "a.png", sizeBytes: 70 }] }),
    })
    expect(status).toBe(201)
    expect(json.receipt.code).toMatch(/^[0-9a-z-]{19}$/)
    expect(json.uploads).toHaveLength(1)
    expect(response.headers.get("cache-control")).toBe("no-store")
    expect(response.headers.get("access-control-allow-origin")).toBeNull()
  })

  it("gives the same answer to the same idempotency key, and 409 to another body under it", async () => {
    const headers = { "idempotency-key": crypto.randomUUID() }
    const first = await call(submit, path, { headers, body: aTip() })
    const again = await call(submit, path, { headers, body: aTip() })
    expect(again.json).toEqual(first.json)
    const other = await call(submit, path, { headers, body: aTip({ work: "Another" }) })
    expect(other.status).toBe(409)
    expect(other.json.type).toBe("urn:sword-net:problem:idempotency-key-reused")
  })

  it("names each upload, in the order sent, and a retry finds the same under the same places", async () => {
    const names = Array.from({ length: 20 }, (_, at) => `证据 ${(at * 7) % 20}.png`)
    const evidence = names.map((name, at) => ({ name, sizeBytes: at + 1 }))
    const headers = { "idempotency-key": crypto.randomUUID() }
    const first = await call(submit, path, { headers, body: aTip({ evidence }) })
    const placed = ({ json }: typeof first) =>
      json.uploads.map(({ index, name, evidenceId }: Record<string, unknown>) => [index, name, evidenceId])
    expect(placed(first)).toEqual(names.map((name, at) => [at, name, expect.stringMatching(/^evd_/)]))
    for (let tries = 0; tries < 3; tries++)
      expect(placed(await call(submit, path, { headers, body: aTip({ evidence }) }))).toEqual(placed(first))
    const { tipId } = first.json
    const options = { headers: receiptOf(first.json), params: { tipId } }
    const hashed = ["b.png", "a.png", "b.png"].map((name) => ({ name, sizeBytes: 3, sha256: "0".repeat(64) }))
    const room = await submitted({ evidence: [{ name: "one.png", sizeBytes: 1 }] })
    const own = { headers: receiptOf(room), params: { tipId: room.tipId } }
    const announced = () =>
      call(announce, `${path}/${room.tipId}/evidence`, { ...own, body: { evidence: hashed } })
    const once = placed(await announced())
    expect(once.map(([, name]: unknown[]) => name)).toEqual(["b.png", "a.png", "b.png"])
    expect(new Set(once.map(([, , id]: unknown[]) => id)).size).toBe(3)
    expect(placed(await announced())).toEqual(once)
    expect(
      await call(announce, `${path}/${tipId}/evidence`, { ...options, body: { evidence: hashed } }),
    ).toMatchObject({
      status: 422,
    })
  })

  it("says in words that a report's files are too much together, in both languages", async () => {
    const evidence = Array.from({ length: 5 }, (_, at) => ({ name: `${at}.mkv`, sizeBytes: 5 * 1024 ** 3 }))
    const inWords = async (language: string) => {
      const { status, json } = await call(submit, path, {
        headers: { "accept-language": language },
        body: aTip({ evidence }),
      })
      expect(status).toBe(422)
      return json.errors[0].message
    }
    expect(await inWords("en")).toContain("20 GB")
    expect(await inWords("zh")).toContain("合计不得超过20 GB")
  })

  it.each([
    ["no field at all", {}, "#/category", "required"],
    ["10,000 characters too many", aTip({ description: "x".repeat(15_000) }), "#/description", "too-long"],
    ["an address that is none", aTip({ targets: ["http://"] }), "#/targets/0", "url-broken"],
    ["a script for an address", aTip({ targets: ["javascript:alert(1)"] }), "#/targets/0", "url-scheme"],
    [
      "a private address",
      aTip({ targets: ["a.example", "http://192.168.0.1/"] }),
      "#/targets/1",
      "url-private",
    ],
    ["the metadata address", aTip({ targets: ["http://169.254.169.254/x"] }), "#/targets/0", "url-private"],
    [
      "half of a surrogate pair",
      aTip({ description: "half \ud83d of a pair" }),
      "#/description",
      "text-broken",
    ],
    [
      "half of one in a list",
      aTip({ targets: ["a.example", "b.example/\udc00"] }),
      "#/targets/1",
      "text-broken",
    ],
    ["half of one in a name", { ...aTip(), "\ud800": 1 }, "#", "text-broken"],
    ["a whole platform", aTip({ targets: ["https://www.douyin.com/"] }), "#/targets/0", "url-whole-platform"],
    ["an entry that nobody sees", aTip({ targets: ["a.example", "\u200b"] }), "#/targets/1", "required"],
    [
      "eleven addresses in one entry",
      aTip({ targets: [Array.from({ length: 11 }, (_, at) => `https://s${at}.example/`).join(" ")] }),
      "#/targets",
      "too-many",
    ],
    ["a field of its own", { ...aTip(), admin: true }, "#", "unknown-field"],
    ["a mark of the demo seed", aTip({ demo: true }), "#", "unknown-field"],
    [
      "21 files",
      aTip({ evidence: Array.from({ length: 21 }, (_, at) => ({ name: `${at}.png`, sizeBytes: 1 })) }),
      "#/evidence",
      "too-many",
    ],
  ])("points at %s and says what to do, in both languages", async (_what, body, pointer, rule) => {
    for (const [language, pattern] of [
      ["en", /[a-z]{3}/],
      ["zh-CN", /[\u4e00-\u9fff]{2}/],
    ] as const) {
      const { status, json, response } = await call(submit, path, {
        headers: { "accept-language": language },
        body,
      })
      expect(status).toBe(422)
      expect(response.headers.get("content-type")).toBe("application/problem+json")
      const error = json.errors.find((one: { pointer: string; rule: string }) => one.pointer === pointer)
      expect(error).toMatchObject({ rule })
      expect(error.message).toMatch(pattern)
    }
  })

  it.each([
    ["malformed JSON", '{"category":', "application/json", 400],
    ["text that is not UTF-8 JSON", "\u0000", "application/json", 400],
    ["another content type", "category=film-tv", "application/x-www-form-urlencoded", 415],
    ["a body beyond 256 kB", JSON.stringify({ description: "x".repeat(300_000) }), "application/json", 413],
  ])("refuses %s", async (_what, body, type, expected) => {
    const { status, json } = await call(submit, path, { headers: { "content-type": type }, body })
    expect(status).toBe(expected)
    expect(json.requestId).toMatch(/^req_/)
  })

  it("refuses an idempotency key that others could guess", async () => {
    const { status, json } = await call(submit, path, { headers: { "idempotency-key": "1" }, body: aTip() })
    expect(status).toBe(422)
    expect(json.errors).toMatchObject([{ pointer: "#/Idempotency-Key", rule: "too-short" }])
  })

  it("stores nothing of what it refused", async () => {
    const before = (await listTips(as("mei"), {})).rows.length
    await call(submit, path, { body: aTip({ targets: ["https://ok.example", "http://10.0.0.1"] }) })
    expect((await listTips(as("mei"), {})).rows).toHaveLength(before)
  })
})

describe("the evidence of a tip", () => {
  it("is announced with the receipt, sent, and said to be complete", async () => {
    const tip = await submitted()
    const params = { tipId: tip.tipId }
    const headers = receiptOf(tip)
    const { status, json } = await call(announce, path, {
      params,
      headers,
      body: { evidence: [{ name: "a.png", sizeBytes: png.length }] },
    })
    expect(status).toBe(201)
    const [upload] = json.uploads
    const done = () =>
      call(complete, path, { params: { ...params, evidenceId: upload.evidenceId }, headers, body: "" })
    expect((await done()).json.type).toBe("urn:sword-net:problem:evidence-not-arrived")
    expect((await send(upload, "a.png", png)).status).toBe(201)
    expect((await done()).json).toEqual({ state: "uploaded" })
    await inspect(upload, "a.png")
    expect((await done()).json).toEqual({ state: "verified" })
  })

  it("is refused without a receipt, with a wrong one, and with that of another tip", async () => {
    const [tip, other] = [await submitted(), await submitted()]
    const statusWith = async (headers: Record<string, string>) =>
      (
        await call(announce, path, {
          params: { tipId: tip.tipId },
          headers,
          body: { evidence: [{ name: "a.png", sizeBytes: 1 }] },
        })
      ).status
    expect(await statusWith({})).toBe(401)
    expect(await statusWith({ authorization: `Receipt ${tip.receipt.number}:0000-0000-0000-0000` })).toBe(404)
    expect(await statusWith(receiptOf(other))).toBe(403)
  })

  it("of twenty files may be asked about all at once", async () => {
    const evidence = Array.from({ length: 20 }, (_, at) => ({ name: `${at}.png`, sizeBytes: 1 }))
    const tip = await submitted({ evidence })
    const answers = await Promise.all(
      tip.uploads.map(({ evidenceId }: { evidenceId: string }) =>
        call(complete, path, { params: { tipId: tip.tipId, evidenceId }, headers: receiptOf(tip), body: "" }),
      ),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([409]))
  })

  it("takes none of several files when together they are too many", async () => {
    const file = { name: "a.png", sizeBytes: 1 }
    const tip = await submitted({ evidence: Array(19).fill(file) })
    const call2 = (count: number) =>
      call(announce, path, {
        params: { tipId: tip.tipId },
        headers: receiptOf(tip),
        body: { evidence: Array(count).fill(file) },
      })
    expect((await call2(2)).json.errors).toMatchObject([{ pointer: "#/evidence", rule: "too-many" }])
    expect((await call2(1)).status).toBe(201)
  })
})
