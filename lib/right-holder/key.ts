import type { KeyScope, PersonRef } from "@/lib/kernel/actor"
import { setting } from "@/lib/kernel/config"
import { keyedHash } from "@/lib/kernel/crypto"
import { type HolderId, KeyId, newId, randomText } from "@/lib/kernel/id"

/** A right holder's key as the staff sees it. The secret is nowhere: the table holds a keyed hash of it. */
export type HolderKey = {
  readonly keyId: KeyId
  readonly holderId: HolderId
  /** The holder's. */
  readonly name: string
  readonly scopes: readonly KeyScope[]
  readonly issuedAt: string
  readonly issuedBy: PersonRef
  readonly revokedAt?: string
  /** When a request last came with it. */
  readonly lastUsedAt?: string
  /** Tips made by it. A batch that a crash cut short is not in it. */
  readonly rowsTaken: number
  /** Of the demo seed. */
  readonly demo?: boolean
  readonly version: number
}

const secretLength = 24

/** A new key: its id, what the holder is given (once), and what is kept. 120 random bits. */
export const newKey = () => {
  const keyId = newId("key")
  const secret = randomText(secretLength)
  return { keyId, key: `${keyId}_${secret}`, secretHash: hashOfSecret(keyId, secret) }
}

const shape = /^(key_[0-9a-z]{16})_([0-9a-z]{24})$/

/** The two parts of a key as it was sent, or undefined when it can be none. */
export const readKey = (text: string): { keyId: KeyId; secret: string } | undefined => {
  const [, keyId, secret] = shape.exec(text.trim()) ?? []
  return keyId && secret ? { keyId: KeyId.parse(keyId), secret } : undefined
}

export const hashOfSecret = (keyId: KeyId, secret: string) =>
  keyedHash(setting("RECEIPT_KEY"), "holder-key", keyId, secret)
