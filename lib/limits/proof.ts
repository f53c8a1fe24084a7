import { type Challenge, createChallenge, randomInt, verifySolution } from "altcha-lib"
import { deriveKey } from "altcha-lib/algorithms/pbkdf2"
import { z } from "zod"
import { setting } from "@/lib/kernel/config"
import { keyedHash } from "@/lib/kernel/crypto"
import { verb } from "@/lib/kernel/verb"
import { countOne } from "@/lib/store/counter"
import { reportsInWindow } from "./count-report"
import { levelOf } from "./level"
import { demands, tryCost, usesOfWork } from "./limits"
import { normalPerMinute } from "./set"

/** Long enough that no two clients choose the same by chance; the key that the report will carry. */
export const ReportKey = z.string().min(16).max(200)

/** A solved challenge: base64 of its JSON. */
export const ProofText = z.string().max(4_000)

/** Work that was done for one look-up, with the key it was done for. */
export const Work = z.object({ key: ReportKey, proof: ProofText })
type Work = z.infer<typeof Work>

const validSeconds = 1_200

const secrets = () => {
  const of = (use: string) => keyedHash(setting("RECEIPT_KEY"), "proof-of-work", use)
  return { hmacSignatureSecret: of("challenge"), hmacKeySignatureSecret: of("solution") }
}

const bindingOf = (key: string) => keyedHash(setting("RECEIPT_KEY"), "proof-for", key)

/** Work to be done for one report, as hard as the present load asks; in the format of ALTCHA, version 2. */
export const askForProof = verb(
  { name: "limits.askForProof", by: ["visitor"], input: z.object({ key: ReportKey }) },
  async (ctx, { key }): Promise<{ challenge: Challenge; expiresAt: string }> => {
    const level = levelOf(...(await Promise.all([reportsInWindow(), normalPerMinute()])))
    const [min, max] = demands[level].tries
    const expiresAt = new Date(Date.parse(ctx.now) + validSeconds * 1000)
    const challenge = await createChallenge({
      algorithm: "PBKDF2/SHA-256",
      cost: tryCost,
      counter: randomInt(max, min),
      deriveKey,
      data: { for: bindingOf(key) },
      expiresAt,
      ...secrets(),
    })
    return { challenge, expiresAt: expiresAt.toISOString() }
  },
)

const Proof = z.object({
  challenge: z.object({
    parameters: z.looseObject({ data: z.object({ for: z.string() }) }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.int(), derivedKey: z.string() }),
})

/** Whether the work was done: on a challenge of ours that has not expired, and for this very report. */
export const isProofFor = async (key: string, text: string): Promise<boolean> => {
  const proof = readProof(text)
  if (!proof || proof.challenge.parameters.data?.for !== bindingOf(key)) return false
  const { verified } = await verifySolution({ ...proof, deriveKey, ...secrets() })
  return verified
}

/** Whether the work was done, and for the first time. */
export const isWorkDone = async ({ key, proof }: Work): Promise<boolean> => {
  if (!(await isProofFor(key, proof))) return false
  const { count } = await countOne(usesOfWork, bindingOf(key))
  return count <= usesOfWork.count
}

const readProof = (text: string) => {
  try {
    const { challenge, solution } = Proof.parse(JSON.parse(Buffer.from(text, "base64").toString()))
    // The signature covers the parameters whole: whatever else they hold, we wrote it.
    return { challenge: challenge as unknown as Challenge, solution }
  } catch {
    return undefined
  }
}
