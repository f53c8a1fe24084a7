import { compactVerify, importJWK } from "jose"
import { z } from "zod"
import { evidenceOf } from "@/lib/evidence"
import { setting } from "@/lib/kernel/config"
import { verb } from "@/lib/kernel/verb"
import { getTipRecord } from "./find"
import { numberOf, sign } from "./receipt"

const Statement = z.object({
  iss: z.string(),
  number: z.string(),
  receivedAt: z.iso.datetime(),
  issuedAt: z.iso.datetime().optional(),
  contentHash: z.string(),
  files: z.array(
    z.object({ evidenceId: z.string(), sha256: z.string().optional(), sizeBytes: z.int().optional() }),
  ),
})

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
    const tipId = ctx.actor.kind === "reporter" ? ctx.actor.tipId : ""
    const [tip, evidence] = await Promise.all([getTipRecord(tipId), evidenceOf(tipId)])
    const number = numberOf(tipId)
    const files = evidence.flatMap(({ evidenceId, state, stored }) =>
      state === "verified" && stored
        ? [{ evidenceId, sha256: stored.sha256, sizeBytes: stored.sizeBytes }]
        : [],
    )
    const { receivedAt, contentHash } = tip
    return { number, statement: await sign({ number, receivedAt, issuedAt: ctx.now, contentHash, files }) }
  },
)

export type Verification =
  | { readonly isGenuine: true; readonly statement: z.infer<typeof Statement> }
  | { readonly isGenuine: false }

/** Whether this portal signed a statement, and what it says. Anything else is not genuine; it is no error. */
export const verifyStatement = verb(
  {
    name: "tip.verifyStatement",
    by: ["visitor"],
    input: z.object({ statement: z.string().trim().min(1).max(20_000) }),
  },
  async (_ctx, { statement }): Promise<Verification> => {
    try {
      const key = await importJWK(publicKey(), "EdDSA")
      const { payload } = await compactVerify(statement.replaceAll(/\s+/g, ""), key, {
        algorithms: ["EdDSA"],
      })
      return { isGenuine: true, statement: Statement.parse(JSON.parse(new TextDecoder().decode(payload))) }
    } catch {
      return { isGenuine: false }
    }
  },
)
