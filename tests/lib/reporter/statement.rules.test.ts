import fc from "fast-check"
import { exportJWK, generateKeyPair } from "jose"
import { beforeEach, expect, it, vi } from "vitest"
import { newId } from "@/lib/kernel/id"
import { sign } from "@/lib/reporter/receipt"
import { readStatement } from "@/lib/reporter/signed-statement"

const statement = {
  number: "0000-0000-0000",
  receivedAt: "2026-11-24T08:00:00.000Z",
  contentHash: "0".repeat(64),
  files: [{ evidenceId: newId("evd") }],
}
let keys = { keys: [{}] as Awaited<ReturnType<typeof exportJWK>>[] }

beforeEach(async () => {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true })
  vi.stubEnv("STATEMENT_KEY", JSON.stringify({ ...(await exportJWK(privateKey)), kid: "one" }))
  keys = { keys: [{ ...(await exportJWK(publicKey)), kid: "one", alg: "EdDSA" }] }
})

it("a signed statement is genuine, also as it comes out of a mail, broken into lines", async () => {
  const signed = await sign(statement)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(signed.length), { maxLength: 5 }), async (breaks) => {
      const broken = [...signed]
        .map((letter, at) => (breaks.includes(at) ? `\r\n ${letter}` : letter))
        .join("")
      expect(await readStatement(broken, keys)).toMatchObject({ isGenuine: true, statement })
    }),
    { numRuns: 30 },
  )
})

it("no other text is genuine, and none fails", async () => {
  const [head = "", body = "", signature = ""] = (await sign(statement)).split(".")
  const changed = Buffer.from(JSON.stringify({ ...statement, iss: "x" })).toString("base64url")
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      for (const one of [text, `${head}.${changed}.${signature}`, `${head}.${body}.${text}`])
        expect(await readStatement(one, keys)).toEqual({ isGenuine: false })
    }),
    { numRuns: 50 },
  )
})
