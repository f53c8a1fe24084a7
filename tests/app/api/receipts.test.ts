import { describe, expect, it } from "vitest"
import { GET as jwks } from "@/app/.well-known/jwks.json/route"
import { POST as challenges } from "@/app/api/v1/challenges/route"
import { POST as lookup } from "@/app/api/v1/receipts/lookup/route"
import { issueStatement, verifyStatement } from "@/lib/reporter"
import { call } from "@/tests/support/app/call"
import { submitted } from "@/tests/support/factory"
import { reporterOf, visitor } from "@/tests/support/people"
import { proofOf } from "@/tests/support/proof"

const path = "/api/v1/receipts/lookup"

describe("POST /api/v1/receipts/lookup", () => {
  it("tells the holder of number and code how the tip stands", async () => {
    const { receipt } = await submitted()
    const { json } = await call(lookup, path, { body: { number: receipt.number, code: receipt.code } })
    expect(json).toMatchObject({ number: receipt.number, status: "received", steps: [{ step: "received" }] })
  })

  it("gives a wrong number and a wrong code the same answer", async () => {
    const { receipt } = await submitted()
    const wrongCode = await call(lookup, path, { body: { number: receipt.number, code: "x" } })
    const wrongNumber = await call(lookup, path, { body: { number: "0000-0000-0000", code: receipt.code } })
    expect(wrongCode.status).toBe(404)
    const { requestId: _, ...one } = wrongCode.json
    const { requestId: __, ...other } = wrongNumber.json
    expect(one).toEqual(other)
  })

  it("answers 429 with the time to wait after ten wrong tries of one origin, and opens for the right code", async () => {
    const { receipt } = await submitted()
    const headers = { "x-forwarded-for": "192.0.2.9" }
    const body = { number: receipt.number, code: "wrong" }
    for (let tries = 0; tries < 10; tries++)
      expect((await call(lookup, path, { body, headers })).status).toBe(404)
    const { status, response, json } = await call(lookup, path, { body, headers })
    expect(status).toBe(429)
    expect(json.type).toBe("urn:sword-net:problem:receipt-tries")
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0)
    const right = { number: receipt.number, code: receipt.code }
    expect((await call(lookup, path, { body: right, headers })).status).toBe(200)
    expect((await call(lookup, path, { body, headers: { "x-forwarded-for": "192.0.2.10" } })).status).toBe(
      404,
    )
  })

  it("takes the work of a challenge instead of the time to wait", async () => {
    const headers = { "x-forwarded-for": "192.0.2.11" }
    const body = { number: "0000-1111-2222", code: "wrong" }
    for (let tries = 0; tries < 11; tries++) await call(lookup, path, { body, headers })
    const idempotencyKey = "a-key-for-this-look-up"
    const asked = await call(challenges, "/api/v1/challenges", { body: { idempotencyKey } })
    const proof = await proofOf(asked.json.challenge)
    const worked = { ...headers, "idempotency-key": idempotencyKey, proof }
    expect((await call(lookup, path, { body, headers: worked })).status).toBe(404)
    expect((await call(lookup, path, { body, headers: worked })).status).toBe(429)
  })
})

describe("a receipt's statement", () => {
  it("is verified as what this portal signed, also with white space from a copy", async () => {
    const { receipt, tipId } = await submitted()
    const wrapped = receipt.statement.replaceAll(/(.{60})/g, "$1\n")
    expect(await verifyStatement(visitor(), { statement: wrapped })).toMatchObject({
      isGenuine: true,
      statement: { number: receipt.number },
    })
    const later = await issueStatement(reporterOf(tipId), {})
    expect(await verifyStatement(visitor(), later)).toMatchObject({ isGenuine: true })
  })

  it("is not genuine when a single character of what it says was changed", async () => {
    const { receipt } = await submitted()
    const [head = "", payload = "", signature = ""] = receipt.statement.split(".")
    const said = Buffer.from(payload, "base64url").toString().replace("20", "19")
    const forged = [head, Buffer.from(said).toString("base64url"), signature].join(".")
    expect(await verifyStatement(visitor(), { statement: forged })).toEqual({ isGenuine: false })
    expect(await verifyStatement(visitor(), { statement: "hello" })).toEqual({ isGenuine: false })
  })

  it("can be verified by anybody with the published key, which holds nothing private", async () => {
    const { json, response } = await call(jwks, "/.well-known/jwks.json")
    expect(response.headers.get("access-control-allow-origin")).toBe("*")
    expect(json.keys[0]).toMatchObject({ kty: "OKP", crv: "Ed25519", alg: "EdDSA" })
    expect(json.keys[0]).not.toHaveProperty("d")
  })
})
