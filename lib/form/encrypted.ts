// The portal stores no key of what a visitor has not handed over: id and key both follow from a secret that the
// visitor's browser holds (docs/decisions/0033 and 0046).
import { hkdfSync } from "node:crypto"
import { CompactEncrypt, compactDecrypt } from "jose"
import { z } from "zod"

/** 32 random bytes, base64url. */
export const Secret = z.base64url().length(43)

const derived = (secret: string, use: string) =>
  new Uint8Array(hkdfSync("sha256", Buffer.from(secret, "base64url"), "", use, 32))

/** In hex, because keys do not tell capitals apart. */
export const idUnder = (secret: string, use: string) =>
  Buffer.from(derived(secret, `${use}-id`)).toString("hex")

/** @returns a compact JWE */
export const encryptUnder = (secret: string, use: string, value: object) =>
  new CompactEncrypt(Buffer.from(JSON.stringify(value)))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .encrypt(derived(secret, `${use}-key`))

/** @throws {Error} for what was not sealed under this secret and for this use */
export const decryptUnder = async (secret: string, use: string, sealed: string): Promise<unknown> => {
  const { plaintext } = await compactDecrypt(sealed, derived(secret, `${use}-key`))
  return JSON.parse(Buffer.from(plaintext).toString("utf8"))
}
