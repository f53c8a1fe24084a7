import { describe, expect, it } from "vitest"
import { GET as jwks } from "@/app/.well-known/jwks.json/route"
import { POST as lookup } from "@/app/api/v1/receipts/lookup/route"
import { issueStatement, verifyStatement } from "@/lib/reporter"
import { call } from "@/tests/support/app/call"
import { submitted } from "@/tests/support/factory"
import { reporterOf, visitor } from "@/tests/support/people"

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

  it("answers 429 with the time to wait after ten wrong tries", async () => {
    const { receipt } = await submitted()
    const tryWrong = () => call(lookup, path, { body: { number: receipt.number, code: "wrong" } })
    for (let tries = 0; tries < 10; tries++) expect((await tryWrong()).status).toBe(404)
    const { status, response, json } = await tryWrong()
    expect(status).toBe(429)
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0)
    expect(json.detail).toMatch(/Wait/)
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
