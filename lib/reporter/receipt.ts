import { CompactSign, importJWK } from "jose"
import { setting } from "@/lib/kernel/config"
import { keyedBytes, keyedHash } from "@/lib/kernel/crypto"
import { encode, idFrom, randomText, type TipId } from "@/lib/kernel/id"
import { asRead, grouped } from "@/lib/kernel/spoken-code"
import type { Statement } from "./signed-statement"

/** What the citizen keeps. The code is shown once; only its keyed hash is stored. */
export type Receipt = {
  /** Written in groups, e.g. `7k3m-9qx2-abcd`: the tip's id without its prefix. */
  readonly number: string
  /** 80 random bits in groups of four. */
  readonly code: string
  /** What was received and when, signed by the portal: a compact JWS (EdDSA). */
  readonly statement: string
}

const numberLength = 12
const codeLength = 16

export const numberOf = (tipId: TipId) => grouped(tipId.slice("tip_".length))

/** The tip a typed number can mean, or undefined when it can mean none. */
export const tipIdOf = (typedNumber: string) => {
  const text = asRead(typedNumber)
  return /^[0-9a-hjkmnp-tv-z]{12}$/.test(text) ? idFrom("tip", text) : undefined
}

export const hashOfCode = (tipId: TipId, typedCode: string) =>
  keyedHash(setting("RECEIPT_KEY"), "receipt-code", tipId, asRead(typedCode))

/**
 * A new tip's id and code. With a seed (an idempotency key; a right holder and the reference) both follow from it, so
 * that the same request made again finds the same tip and tells the same code, which is stored nowhere.
 */
export const newIdentity = (...seed: readonly string[]) => {
  if (seed.length === 0)
    return { tipId: idFrom("tip", randomText(numberLength)), code: grouped(randomText(codeLength)) }
  const from = (use: string, length: number) =>
    encode(keyedBytes(setting("RECEIPT_KEY"), use, ...seed)).slice(0, length)
  return { tipId: idFrom("tip", from("tip-id", numberLength)), code: grouped(from("code", codeLength)) }
}

let imported:
  | { readonly text: string; readonly kid: string; readonly key: ReturnType<typeof importJWK> }
  | undefined

/** The portal's key, imported once: it costs more than a signature. */
const statementKey = () => {
  const text = setting("STATEMENT_KEY")
  if (imported?.text !== text) {
    const jwk = JSON.parse(text)
    imported = { text, kid: jwk.kid, key: importJWK(jwk, "EdDSA") }
  }
  return imported
}

/** Signs a statement with the portal's Ed25519 key; its public half is at /.well-known/jwks.json. */
export const sign = (statement: Omit<Statement, "iss">): Promise<string> => signAs("receipt+jws", statement)

/** Signs what the portal says of something else, under a type of its own: none passes for a receipt's statement. */
export const signAs = async (typ: `${string}+jws`, said: object): Promise<string> => {
  const { kid, key } = statementKey()
  return new CompactSign(Buffer.from(JSON.stringify({ iss: setting("SITE_URL"), ...said })))
    .setProtectedHeader({ alg: "EdDSA", kid, typ })
    .sign(await key)
}
