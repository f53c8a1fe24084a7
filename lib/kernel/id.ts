import { randomBytes } from "node:crypto"
import { base32crockford } from "@scure/base"

export type Id<Prefix extends string> = `${Prefix}_${string}`

/** Crockford's base 32 in lower case: no letter that a person mistakes for another; DynamoDB keys stay as written. */
export const encode = (bytes: Uint8Array) => base32crockford.encode(bytes).toLowerCase()

/** `length` random characters of 5 bits each. */
export const randomText = (length: number) =>
  encode(randomBytes(Math.ceil((length * 5) / 8))).slice(0, length)

/** A new identifier with 80 random bits. */
export const newId = <Prefix extends string>(prefix: Prefix): Id<Prefix> => `${prefix}_${randomText(16)}`
