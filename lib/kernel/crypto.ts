import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto"
import canonicalize from "canonicalize"

export const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex")

const keyObjects = new WeakMap<Uint8Array, KeyObject>()

/** Made once of each key: Node takes longer to look at plain bytes than to hash. */
const keyObjectOf = (key: Uint8Array) => {
  const known = keyObjects.get(key)
  if (known) return known
  const made = createSecretKey(key)
  keyObjects.set(key, made)
  return made
}

/** Keyed hash, hex. Fast on purpose: what it protects holds 80 random bits (docs/decisions/0004). */
export const keyedHash = (key: Uint8Array, ...parts: readonly string[]) =>
  keyedBytes(key, ...parts).toString("hex")

/** The same as bytes. The parts are framed by their length, so that none can pass for another's end. */
export const keyedBytes = (key: Uint8Array, ...parts: readonly string[]) => {
  const mac = createHmac("sha256", keyObjectOf(key))
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
