import { describe, expect, it } from "vitest"
import { askForProof } from "@/lib/limits"
import { isProofFor } from "@/lib/limits/proof"
import { visitor } from "@/tests/support/people"
import { proofOf } from "@/tests/support/proof"

const key = "a-key-of-a-report-1"
const proven = async (now?: string) => proofOf((await askForProof(visitor(now), { key })).challenge)
const changed = (
  proof: string,
  change: (of: { challenge: { parameters: object }; solution: object }) => object,
) =>
  Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(proof, "base64").toString())))).toString("base64")

describe("a proof", () => {
  it("holds for its own report, as often as that is sent, and for no other", async () => {
    const proof = await proven()
    expect(await isProofFor(key, proof)).toBe(true)
    expect(await isProofFor(key, proof)).toBe(true)
    expect(await isProofFor("a-key-of-a-report-2", proof)).toBe(false)
  })

  it("expires", async () => {
    const proof = await proven(new Date(Date.now() - 21 * 60_000).toISOString())
    expect(await isProofFor(key, proof)).toBe(false)
  })

  it("is refused when its challenge was made easier, or by somebody else, or was not solved", async () => {
    const proof = await proven()
    const easier = changed(proof, ({ challenge, ...rest }) => ({
      ...rest,
      challenge: { ...challenge, parameters: { ...challenge.parameters, cost: 1 } },
    }))
    const unsigned = changed(proof, ({ challenge, ...rest }) => ({
      ...rest,
      challenge: { ...challenge, signature: "0".repeat(64) },
    }))
    const unsolved = changed(proof, (all) => ({
      ...all,
      solution: { counter: 1, derivedKey: "00".repeat(32) },
    }))
    for (const text of [easier, unsigned, unsolved, "", "{}", "no base64 \u0000", "bnVsbA=="])
      expect([text, await isProofFor(key, text)]).toEqual([text, false])
  })
})
