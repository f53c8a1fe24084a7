import { z } from "zod"
import { evidenceOf } from "@/lib/evidence"
import { setting } from "@/lib/kernel/config"
import { reporterTipId } from "@/lib/kernel/context"
import { verb } from "@/lib/kernel/verb"
import { getTipRecord } from "@/lib/tip"
import { numberOf, sign } from "./receipt"
import { readStatement } from "./signed-statement"

/** The public half of what signs statements, as a JSON Web Key Set. */
export const statementKeys = verb(
  { name: "tip.statementKeys", by: ["visitor"], input: z.object({}) },
  async () => ({ keys: [publicKey()] }),
)

const PublicKey = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  kid: z.string(),
})

const publicKey = () => ({
  ...PublicKey.parse(JSON.parse(setting("STATEMENT_KEY"))),
  alg: "EdDSA",
  use: "sig",
})

/** A new statement about one's own tip, which also names the files that came and were verified since. */
export const issueStatement = verb(
  { name: "tip.issueStatement", by: ["reporter"], input: z.object({}) },
  async (ctx): Promise<{ number: string; statement: string }> => {
    const tipId = reporterTipId(ctx)
    const [tip, evidence] = await Promise.all([getTipRecord(tipId), evidenceOf(tipId)])
    const number = numberOf(tipId)
    const files = evidence.flatMap(({ evidenceId, state, stored, inspectedAt }) =>
      state === "verified" && stored
        ? [
            {
              evidenceId,
              sha256: stored.sha256,
              sizeBytes: stored.sizeBytes,
              sealedAt: inspectedAt,
            },
          ]
        : [],
    )
    const { receivedAt, contentHash } = tip
    return { number, statement: await sign({ number, receivedAt, issuedAt: ctx.now, contentHash, files }) }
  },
)

/** Whether this portal signed a statement, and what it says. Anything else is not genuine; it is no error. */
export const verifyStatement = verb(
  {
    name: "tip.verifyStatement",
    by: ["visitor"],
    input: z.object({ statement: z.string().trim().min(1).max(20_000) }),
  },
  async (_ctx, { statement }) => readStatement(statement, { keys: [publicKey()] }),
)
