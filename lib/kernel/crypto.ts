import { createHash, createHmac, timingSafeEqual } from "node:crypto"
import canonicalize from "canonicalize"

export const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex")

/** Keyed hash, hex. Fast on purpose: what it protects holds 80 random bits (docs/decisions/0004). */
export const keyedHash = (key: Uint8Array, ...parts: readonly string[]) =>
  keyedBytes(key, ...parts).toString("hex")

/** The same as bytes. The parts are framed by their length, so that none can pass for another's end. */
export const keyedBytes = (key: Uint8Array, ...parts: readonly string[]) => {
  const mac = createHmac("sha256", key)
  for (const part of parts) mac.update(`${Buffer.byteLength(part)}:`).update(part)
  return mac.digest()
}

export const sameText = (a: string, b: string) => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * The canonical JSON of RFC 8785, to hash or sign: outsiders can compute the same hash.
 * @throws {Error} for what I-JSON cannot carry: a lone surrogate, NaN, Infinity
 */
export const canonical = (value: unknown): string => canonicalize(value) ?? ""
